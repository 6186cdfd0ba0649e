// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.model.Definition;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Upserts of what only the contract's dialect has: rules in any form, variants with uids, events that cannot change, and members that nobody knows. */
class ContractUpsertTest extends EmulatedRoutes {

    @Test
    void membersThatAreSetReplaceThoseThatDifferAndUnknownOnesAreKept() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Alter", "data_type": "number", "owner": "crm",
                 "limits": {"low": 0.10, "high": 150}}]}""");

        Exchange exchange = upsert("attributes", """
                {"key": "age", "name": "Age", "data_type": "number", "limits": {"high": 120}}""");

        assertThat(outcome(exchange)).isEqualTo("UPDATED");
        assertThat(calls()).containsExactly("GET /attributes", "PUT /attributes/a1");
        assertThat(json(emulator().requests().get(1).body())).isEqualTo(json("""
                {"key": "age", "name": "Age", "data_type": "number", "owner": "crm", "limits": {"low": 0.10, "high": 120}}"""));
    }

    @Test
    void rulesAreOneWholeSoThatAConditionWhichIsNoLongerWantedGoes() {
        emulator().seed(PROJECT,
                """
                        {"attributes": [{"key": "age", "name": "Age", "data_type": "number"}],
                         "audiences": [{"name": "Adults", "description": "Of age", "rules": {"attribute": "age", "value": 18, "country": "US"}}]}""");

        Exchange exchange = upsert("audiences", """
                {"name": "Adults", "rules": {"attribute": "age", "value": 18.0}}""");

        assertThat(outcome(exchange)).isEqualTo("UPDATED");
        assertThat(json(emulator().requests().get(2).body())).isEqualTo(json("""
                {"name": "Adults", "description": "Of age", "rules": {"attribute": "age", "value": 18.0}}"""));
    }

    @Test
    void variantsKeepTheirUidsAndWhatElseTheServiceHoldsOfThem() {
        Definition created = definition(upsert("experiences", """
                {"name": "Price", "type": "AB_TEST", "variants": [{"name": "A", "traffic_percentage": 50, "color": "red"},
                 {"name": "B", "traffic_percentage": 50}]}"""));

        Definition updated = definition(upsert("experiences", """
                {"name": "Price", "type": "AB_TEST", "variants": [{"name": "B", "traffic_percentage": 40},
                 {"name": "A", "traffic_percentage": 60}]}"""));

        assertThat(variant(updated, 1)).isEqualTo(Map.of("uid", variant(created, 0).get("uid"), "name", "A", "traffic_percentage", 60,
                "color", "red"));
        assertThat(variant(updated, 0)).isEqualTo(Map.of("uid", variant(created, 1).get("uid"), "name", "B", "traffic_percentage", 40));
    }

    @Test
    void anEventThatDiffersIsAConflictBecauseTheServiceCannotChangeEvents() {
        String uid = definition(upsert("events", "{\"key\": \"purchase\", \"name\": \"Purchase\"}")).get("uid").toString();

        Exchange exchange = upsert("events", "{\"key\": \"purchase\", \"name\": \"Kauf\"}");

        assertThat(exchange.getException())
                .hasMessage("event \"purchase\": it differs in /name from the one that project \"p1\" has (uid " + uid
                        + "), and the service cannot change events; send it as it is there, or set onConflict=skip");
        assertThat(outcome(exchange)).isEqualTo("CONFLICT");
    }

    private Exchange upsert(String resource, String body) {
        return send("personalize:" + resource + "?operation=upsert", body);
    }

    private static String outcome(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelPersonalizeOutcome", String.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variant(Definition experience, int index) {
        return ((List<Map<String, Object>>) experience.get("variants")).get(index);
    }
}
