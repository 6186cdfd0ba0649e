// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists that a query narrows: of audiences and experiences by what they refer to, of audiences of Lytics, of places by name and code. */
class LiveListsTest extends LiveRoutes {

    private static final String LYTICS = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String TIER = "6710a1b2c3d4e5f601020301";
    private static final String CITY = "6710a1b2c3d4e5f601020302";

    @BeforeEach
    void aProject() {
        emulator().seed(PROJECT,
                """
                        {"attributes": [{"uid": "%s", "__type": "CUSTOM", "key": "tier", "name": "Loyalty tier"},
                                        {"uid": "%s", "__type": "CUSTOM", "key": "city", "name": "Home town"}],
                         "events": [{"uid": "6710a1b2c3d4e5f601020303", "key": "buy"}],
                         "audiences": [{"uid": "6710a1b2c3d4e5f601020304", "name": "Gold", "definition": %s},
                                       {"uid": "6710a1b2c3d4e5f601020305", "name": "Local", "definition": %s}],
                         "lyticsAudiences": [{"uid": "%s", "name": "Churn", "slug": "churn", "source": "LYTICS"}],
                         "experiences": [
                           {"uid": "6710a1b2c3d4e5f601020306", "name": "Hero", "__type": "SEGMENTED", "versions": [{"status": "DRAFT", "variants": [
                             {"__type": "SegmentedVariant", "name": "A", "audiences": ["6710a1b2c3d4e5f601020304"], "audienceCombinationType": "OR"}]}]},
                           {"uid": "6710a1b2c3d4e5f601020307", "name": "Test", "__type": "AB_TEST", "versions": [{"status": "DRAFT", "variants": [],
                             "metrics": [{"__type": "Primary", "event": "6710a1b2c3d4e5f601020303", "name": "Buy"}]}]}]}"""
                        .formatted(TIER, CITY, rules(TIER), rules(CITY), LYTICS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"audiences | referredAttributes=tier | Gold", "audiences | referredAttributes=Loyalty tier | Gold",
            "audiences | referredAttributes=" + CITY + " | Local", "audiences | referredAttributes=city , tier | Gold, Local",
            "experiences | referredAudiences=Gold | Hero", "experiences | referredAudiences=6710a1b2c3d4e5f601020305 | ''",
            "experiences | referredEvents=buy | Test", "audiences | includeLyticsAudiences=true | Gold, Local, Churn",
            "audiences | includeLyticsAudiences=false | Gold, Local", "experiences | referredAudiences=Churn | ''"})
    void aListIsNarrowedByWhatItsItemsReferTo(String resource, String filter, String names) {
        assertThat(list(resource, filter)).extracting("name").hasToString("[" + names + "]");
    }

    @Test
    void aFilterIsSentByUidInAParameterForEachValue() {
        list("audiences", "referredAttributes=tier,city&includeLyticsAudiences=true");

        assertThat(emulator().requests()).extracting("path").containsExactly("/attributes",
                "/audiences?referredAttributes%5B%5D=" + TIER + "&referredAttributes%5B%5D=" + CITY + "&includeLyticsAudiences=true");
    }

    @Test
    void whatAFilterNamesAndTheProjectDoesNotHaveIsMissing() {
        Exchange exchange = send("personalize:audiences?operation=list&referredAttributes=tier,age", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class).hasMessage("audience: the option "
                + "referredAttributes names \"age\", and project \"p1\" has no attribute with this uid or key; correct the option, or create "
                + "the attribute");
        assertThat(calls()).containsExactly("GET /attributes");
    }

    @Test
    void aNameThatSeveralHaveIsAmbiguous() {
        send("personalize:audiences?operation=list", null);
        emulator().seed(PROJECT, """
                {"audiences": [{"uid": "6710a1b2c3d4e5f601020304", "name": "Gold", "definition": %1$s},
                               {"uid": "6710a1b2c3d4e5f601020305", "name": "Gold", "definition": %1$s}]}""".formatted(rules("COUNTRY")));

        Exchange exchange = send("personalize:experiences?operation=list&referredAudiences=Gold", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessage("experience: the option "
                + "referredAudiences names \"Gold\", and 2 audiences of project \"p1\" have this name; name its uid");
    }

    /** What a filter leaves out would look new to an upsert. */
    @ParameterizedTest
    @CsvSource({"referredAttributes=tier", "referredAttributes=tier&includeLyticsAudiences=true"})
    void aListThatLeavesSomethingOutSaysNothingAboutTheProject(String filter) {
        String local = "{\"name\": \"Local\", \"definition\": " + rules(CITY) + "}";
        assertThat(outcome("personalize:audiences?operation=upsert", local)).isEqualTo("UNCHANGED");

        list("audiences", filter);
        emulator().clearRequests();

        assertThat(outcome("personalize:audiences?operation=upsert", local)).isEqualTo("UNCHANGED");
        assertThat(calls()).isEmpty();
    }

    @Test
    void audiencesOfLyticsAreFoundByTheirNames() {
        assertThat(definition(send("personalize:audiences?operation=get&key=Churn", null))).containsEntry("uid", LYTICS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"listCities | code=chicago,IL,US | Chicago", "listCountries | code=DE,CH | Switzerland, Germany",
            "listCountries | code=de | ''", "listRegions | code=US-AZ;US-IL&name=ari | Arizona"})
    void placesAreNarrowedByCodeAndName(String operation, String filter, String names) {
        assertThat(list("geolocation", operation, filter)).extracting("name").hasToString("[" + names + "]");
    }

    @Test
    void withoutAFilterAllPlacesAreListed() {
        assertThat(list("geolocation", "listCountries", "name=")).hasSizeGreaterThan(200);
    }

    private List<?> list(String resource, String filter) {
        return list(resource, "list", filter);
    }

    private List<?> list(String resource, String operation, String filter) {
        Exchange exchange = send("personalize:" + resource + "?operation=" + operation + "&" + filter, "not JSON");
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }

    private Object outcome(String uri, String body) {
        return send(uri, body).getMessage().getHeader("CamelPersonalizeOutcome");
    }

    private static String rules(String attribute) {
        String type = attribute.equals("COUNTRY") ? "PresetAttributeReference" : "CustomAttributeReference";
        return """
                {"__type": "RuleCombination", "combinationType": "AND", "rules": [{"__type": "Rule", "attribute": {"__type": "%s",
                 "ref": "%s"}, "attributeMatchCondition": "STRING_EQUALS", "attributeMatchOptions": {"__type": "StringMatchOptions",
                 "value": "x"}, "invertCondition": false}]}""".formatted(type, attribute);
    }
}
