// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a call sends its request to. */
class CallTest {

    private static final Uid UID = new Uid("u1");

    @Test
    void aCallOfACollectionIsSentToItsPath() {
        assertThat(call("attributes", "list").target(Address.NONE)).isEqualTo("/attributes");
    }

    @Test
    void aUidIsPartOfThePathWhereTheCallIsAboutOneDefinition() {
        assertThat(call("attributes", "update").target(Address.of(UID))).isEqualTo("/attributes/u1");
        assertThat(call("experiences", "updateVersion").target(Address.of(UID).version(new Uid("v1"))))
                .isEqualTo("/experiences/u1/versions/v1");
    }

    @Test
    void aUidThatThePathHasNoPlaceForIsNotSent() {
        assertThat(call("attributes", "list").target(Address.of(UID).version(UID))).isEqualTo("/attributes");
    }

    @Test
    void aCallAboutOneDefinitionIsNotSentWithoutItsUid() {
        assertThatThrownBy(() -> call("attributes", "update").target(Address.NONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PUT /attributes/{id} needs a uid");
        assertThatThrownBy(() -> call("experiences", "deleteVersion").target(Address.of(UID)))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("DELETE /experiences/{id}/versions/{version} needs a uid");
    }

    @Test
    void theQueryFollowsThePath() {
        Query query = Query.NONE.and("from", "2026-01-01").and(Query.NONE.and("metric", "buy"));

        assertThat(call("experiences", "getTimeSeries").target(Address.of(UID).with(query)))
                .isEqualTo("/experiences/u1/analytics/time-series?from=2026-01-01&metric=buy");
        assertThat(call("geolocation", "listCities").target(Address.of(query)))
                .isEqualTo("/geolocation/cities?from=2026-01-01&metric=buy");
    }

    @Test
    void aVersionIsAddressedWithTheQueryOfItsDefinition() {
        Address address = Address.of(UID).with(Query.NONE.and("a", "1")).version(new Uid("v1"));

        assertThat(call("experiences", "updateVersion").target(address)).isEqualTo("/experiences/u1/versions/v1?a=1");
    }

    @ParameterizedTest
    @CsvSource({"São Paulo, S%C3%A3o%20Paulo", "a&b=c, a%26b%3Dc", "50% + 1, 50%25%20%2B%201", "#?/, %23%3F%2F"})
    void aValueOfAParameterIsEncoded(String value, String encoded) {
        assertThat(call("geolocation", "listCities").target(Address.of(Query.NONE.and("code[]", value))))
                .isEqualTo("/geolocation/cities?code%5B%5D=" + encoded);
    }

    @ParameterizedTest
    @CsvSource({"attributes, update, true", "experiences, listVersions, true", "attributes, list, false",
            "experiences, getPriority, false"})
    void aCallAboutOneDefinitionNeedsItsUid(String resource, String operation, boolean needsUid) {
        assertThat(call(resource, operation).needsUid()).isEqualTo(needsUid);
    }

    @ParameterizedTest
    @CsvSource({"attributes, list, true", "attributes, create, true", "attributes, delete, false", "experiences, getPriority, false",
            "geolocation, listCities, false"})
    void onlyResponsesWithDefinitionsHaveUids(String resource, String operation, boolean isAboutDefinitions) {
        assertThat(call(resource, operation).isAboutDefinitions()).isEqualTo(isAboutDefinitions);
    }

    @Test
    void onlyProjectsBelongToTheOrganization() {
        assertThat(LiveDialect.table().calls()).filteredOn(Call::isOfOrganization).extracting(Call::resource)
                .containsOnly(Resource.projects).hasSize(4);
    }

    private static Call call(String resource, String operation) {
        return LiveDialect.table().call(Resource.valueOf(resource), Operation.valueOf(operation)).orElseThrow();
    }
}
