// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelpersonalize.api.Dialect.Rules;
import io.github.camelpersonalize.api.Dialect.UidSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.api.Resource.geolocation;
import static io.github.camelpersonalize.manifest.Documents.json;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** What each dialect offers, by its table. */
class DialectTest {

    private final Dialect contract = ContractDialect.table();
    private final Dialect live = LiveDialect.table();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attributes  | list, get, create, update, delete, upsert
            audiences   | list, get, create, update, delete, upsert
            events      | list, get, create, upsert
            experiences | list, get, create, update, delete, upsert, getPriority, updatePriority
            geolocation | listRegions, listCountries, listCities
            project     | upsert, plan, apply, export, unused
            projects    | ''
            """)
    void theContractOffers(Resource resource, String operations) {
        assertThat(operations(contract, resource)).isEqualTo(operations);
        assertThat(contract.offers(resource)).isEqualTo(!operations.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attributes  | list, get, create, update, delete, upsert
            audiences   | list, get, create, update, delete, upsert
            events      | list, get, create, update, delete, upsert
            experiences | list, get, create, update, delete, upsert, getPriority, updatePriority, listVersions, createVersion, updateVersion, deleteVersion, activate, pause, getSummary, getTimeSeries
            geolocation | listRegions, listCountries, listCities
            project     | upsert, plan, apply, export, unused
            projects    | list, create, update, delete
            """)
    void theLiveServiceOffers(Resource resource, String operations) {
        assertThat(operations(live, resource)).isEqualTo(operations);
        assertThat(live.offers(resource)).isTrue();
    }

    @Test
    void aDialectIsFoundByItsNameInAnyCase() {
        assertThat(Dialect.named("LIVE")).contains(Dialect.LIVE);
        assertThat(Dialect.named("contract")).contains(Dialect.CONTRACT).contains(Dialect.byDefault());
        assertThat(Dialect.named("livecontract")).isEmpty();
    }

    @Test
    void dialectsHaveHashCodesOfTheirOwn() {
        assertThat(Dialect.LIVE).doesNotHaveSameHashCodeAs(Dialect.CONTRACT);
    }

    @Test
    void rulesHaveAFixedFormOnlyInTheLiveService() {
        assertThat(contract.rulesOf(audiences)).isEmpty();
        assertThat(live.rulesOf(audiences)).get().extracting(Rules::condition, Rules::quota, Rules::most)
                .containsExactly("attributeMatchCondition", 50, 100);
        assertThat(live.rulesOf(experiences)).get().extracting(Rules::quota).isEqualTo(Integer.MAX_VALUE);
        assertThat(live.rulesOf(attributes)).isEmpty();
    }

    @Test
    void definitionsOfTheLiveServiceReferToOthersByTheirUids() {
        assertThat(contract.uidSites()).isEmpty();
        assertThat(live.uidSites()).contains(new UidSite(attributes, List.of("ref"), Map.of("__type", "CustomAttributeReference")),
                new UidSite(audiences, List.of("variants", "*", "audiences", "*"), Map.of()),
                new UidSite(events, List.of("metrics", "*", "event"), Map.of()));
    }

    @Test
    void aListOfTheLiveServiceHasAudiencesOfLyticsOnlyWhenAsked() {
        assertThat(live.indexQuery(audiences)).isEqualTo(Query.NONE.and("includeLyticsAudiences", "true"));
        assertThat(live.indexQuery(attributes)).isEqualTo(Query.NONE);
        assertThat(contract.indexQuery(audiences)).isEqualTo(Query.NONE);
    }

    @Test
    void aUidAddressesADefinition() {
        assertThat(contract.uid(json("{\"uid\": \"u1\"}"))).contains(new Uid("u1"));
        assertThat(contract.uid(json("{\"uid\": \"a/b\"}"))).isEmpty();
        assertThat(contract.uid(json("{}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"priority", "PRIORITY", "versions"})
    void aUidThatIsAWordOfThePathsAddressesNone(String word) {
        assertThat(contract.uid(json("{\"uid\": \"" + word + "\"}"))).isEmpty();
        assertThat(contract.isReserved(word)).isTrue();
        assertThat(live.uid(json("{\"uid\": \"" + word + "\"}"))).contains(new Uid(word));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            audiences   | list          | referredAttributes[], includeLyticsAudiences
            audiences   | create        | ''
            attributes  | list          | ''
            experiences | list          | referredAudiences[], referredEvents[]
            experiences | getSummary    | version, from, to
            experiences | getTimeSeries | version, from, to, metric
            geolocation | listCities    | name, code[]
            geolocation | listCountries | name, code[]
            """)
    void aCallOfTheLiveServiceTakesTheParameters(Resource resource, Operation operation, String names) {
        Call call = live.call(resource, operation).orElseThrow();

        assertThat(live.parameters(call).stream().map(Parameter::name).collect(joining(", "))).isEqualTo(names);
    }

    @Test
    void aListOfPlacesOfTheLiveServiceComesAPageAtATime() {
        Paging paging = live.paging(live.call(geolocation, Operation.listCities).orElseThrow()).orElseThrow();

        assertThat(paging.page(0)).isEqualTo(Query.NONE.and("limit", "1000").and("skip", "0"));
        assertThat(paging.page(2)).isEqualTo(Query.NONE.and("limit", "1000").and("skip", "2000"));
    }

    @Test
    void otherListsComeAsAWhole() {
        assertThat(live.paging(live.call(audiences, Operation.list).orElseThrow())).isEmpty();
        assertThat(contract.paging(contract.call(geolocation, Operation.listCities).orElseThrow())).isEmpty();
    }

    @Test
    void aResourceWithoutDefinitionsHasNoMembersThatMatter() {
        assertThat(live.shape(geolocation)).isEqualTo(Shape.readOnly(Set.of()));
        assertThat(live.shape(attributes)).isNotEqualTo(live.shape(geolocation));
    }

    private static String operations(Dialect dialect, Resource resource) {
        return dialect.operations(resource).stream().map(Operation::name).collect(joining(", "));
    }
}
