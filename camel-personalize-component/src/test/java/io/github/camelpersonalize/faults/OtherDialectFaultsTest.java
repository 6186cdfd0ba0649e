// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;

import io.github.camelpersonalize.LiveEmulatedRoutes;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions that were written for the other dialect. The service may ignore what it does not know, and keep an audience without its rules. */
class OtherDialectFaultsTest extends LiveEmulatedRoutes {

    private static final String OF_CONTRACT = " belongs to dialect=contract, and the option dialect is live: ";
    private static final String OF_LIVE = " belongs to dialect=live, and the option dialect is contract: ";
    private static final String DEFINITION = "{\"__type\": \"RuleCombination\", \"combinationType\": \"AND\", \"rules\": []}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            attributes  | {"key": "age", "name": "Age", "data_type": "number"}            | /data_type | leave it out; the condition of a rule decides what type it compares with
            events      | {"key": "buy", "name": "Buy"}                                   | /name      | leave it out; an event has a key and a description
            audiences   | {"name": "Adults", "rules": {}, "definition": `DEFINITION`}     | /rules     | write the rules as definition
            audiences   | {"name": "Adults", "rules": null, "definition": `DEFINITION`}   | /rules     | write the rules as definition
            experiences | {"name": "Hero", "__type": "AB_TEST", "type": "AB_TEST"}        | /type      | write it as __type
            """)
    void F130_aMemberOfTheContractIsRefusedByTheLiveDialect(String resource, String body, String pointer, String advice) {
        for (String operation : List.of("create", "upsert", "update&uid=6710a1b2c3d4e5f601020304")) {
            Exchange exchange = send("personalize:" + resource + "?operation=" + operation, body.replace("`DEFINITION`", DEFINITION));

            assertThat(refused(exchange)).containsExactly(pointer + OF_CONTRACT + advice);
        }
        assertThat(calls()).isEmpty();
    }

    @Test
    void F130_otherFaultsAreToldBesides() {
        assertThat(refused(send("personalize:audiences?operation=create", "{\"name\": \" Adults\", \"rules\": {}}")))
                .containsExactlyInAnyOrder("/definition is missing; there is instead \"rules\"",
                        "/name begins or ends with white space; remove it",
                        "/rules" + OF_CONTRACT + "write the rules as definition");
        String hero = """
                {"name": "Hero", "type": "SEGMENTED", "variants": [{"name": "A"}, {"audience_uid": "u1"}, {"traffic_percentage": 1}]}""";
        assertThat(refused(send("personalize:experiences?operation=create", hero))).containsExactlyInAnyOrder(
                "/__type is missing; rename the member \"type\"",
                "/type" + OF_CONTRACT + "write it as __type",
                "/variants belongs to a version, which create does not write; use createVersion or updateVersion, or upsert for both",
                "/variants/1/audience_uid" + OF_CONTRACT + "write a list of uids as audiences, and an audienceCombinationType",
                "/variants/2/traffic_percentage" + OF_CONTRACT + "write it as trafficDistribution");
        assertThat(refused(send("personalize:experiences?operation=upsert", hero))).contains(
                "/__type is missing; rename the member \"type\"",
                "/type" + OF_CONTRACT + "write it as __type",
                "/variants/1/audience_uid" + OF_CONTRACT + "write a list of uids as audiences, and an audienceCombinationType",
                "/variants/2/traffic_percentage" + OF_CONTRACT + "write it as trafficDistribution");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            audiences   | {"name": "Adults", "definition": {}}                                         | /definition            | write the rules as rules
            experiences | {"name": "E", "type": "AB_TEST", "__type": "AB_TEST"}                        | /__type                | write it as type
            experiences | {"name": "E", "type": "AB_TEST", "variantSplit": "EQUALLY_SPLIT"}            | /variantSplit          | leave it out; the traffic_percentage of each variant decides
            experiences | {"name": "E", "type": "AB_TEST", "metrics": []}                              | /metrics               | leave it out; an experience has none
            experiences | {"name": "E", "type": "AB_TEST", "targeting": {}}                            | /targeting             | leave it out; a variant has an audience_uid
            experiences | {"name": "E", "type": "SEGMENTED", "variants": [{}, {"audiences": ["u1"]}]}  | /variants/1/audiences  | write the uid of one audience as audience_uid
            experiences | {"name": "E", "type": "SEGMENTED", "variants": [{"lyticsAudiences": []}]}    | /variants/0/lyticsAudiences | write the uid of one audience as audience_uid
            experiences | {"name": "E", "type": "SEGMENTED", "variants": [{"audienceCombinationType": "OR"}]} | /variants/0/audienceCombinationType | leave it out; a variant has one audience
            experiences | {"name": "E", "type": "AB_TEST", "variants": [{"trafficDistribution": 50}]}  | /variants/0/trafficDistribution | write it as traffic_percentage
            """)
    void F130_aMemberOfTheLiveDialectIsRefusedByTheContract(String resource, String body, String pointer, String advice) {
        assertThat(refused(send("personalize:" + resource + "?operation=create&dialect=contract", body)))
                .containsExactly(pointer + OF_LIVE + advice);
        assertThat(calls()).isEmpty();
    }

    @Test
    void F130_aManifestIsToldLineByLine() {
        Exchange exchange = send("personalize:project?operation=plan", """
                attributes:
                  - {key: age, name: Age, data_type: number}
                events:
                  - key: buy
                    name: Buy
                audiences:
                  - name: Adults
                    rules: {}
                """);

        assertThat(refused(exchange)).containsExactly(
                "/attributes/0/data_type line 2, column 38: /attributes/0/data_type" + OF_CONTRACT
                        + "leave it out; the condition of a rule decides what type it compares with",
                "/events/0/name line 5, column 11: /events/0/name" + OF_CONTRACT + "leave it out; an event has a key and a description",
                "/audiences/0/definition line 7, column 5: /audiences/0/definition is missing; there is instead \"rules\"",
                "/audiences/0/rules line 8, column 12: /audiences/0/rules" + OF_CONTRACT + "write the rules as definition");
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "upsert"})
    void withoutValidationTheServiceDecides(String operation) {
        Exchange exchange = send("personalize:attributes?validate=false&operation=" + operation,
                "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}");

        assertThat(exchange.getException())
                .hasMessage("attribute \"age\": the service refused it with 400: /data_type data_type should not exist");
        assertThat(calls()).last().isEqualTo("POST /attributes");
    }
}
