// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Updates in a batch, as far as they rely on what only the contract says of the service: names are unique, and an update replaces all members. */
class ContractUpdateTest extends EmulatedRoutes {

    @Test
    void theKeyOfTheHeaderWinsOverTheOneOfTheBody() {
        emulator().seed(PROJECT, """
                {"audiences": [{"uid": "b1", "name": "Adults"}, {"uid": "b2", "name": "Members"}]}""");

        BatchReport report = update(named("Adults", "Members", "age"));

        assertThat(report.items()).extracting("outcome", "message").as("another one bears the name that Adults is to have")
                .containsExactly(tuple(Outcome.REJECTED,
                        "the service refused it with 400: The audience is refused: an audience with the name 'Members' exists already"));
        assertThat(calls()).containsExactly("GET /audiences", "PUT /audiences/b1");
    }

    @Test
    void whatAnUpdateDoesNotMentionGoes() {
        emulator().seed(PROJECT, """
                {"audiences": [{"uid": "b1", "name": "Adults", "description": "old", "rules": {"attribute": "age"}}]}""");

        BatchReport report = update(named("Adults", "Adults", "age"));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.UPDATED);
        assertThat(emulator().project(PROJECT).audiences().get(0).has("description")).isFalse();
    }

    private BatchReport update(Exchange item) {
        return send("personalize:audiences?operation=update&failOn=none", List.of(item)).getMessage().getBody(BatchReport.class);
    }

    private Exchange named(String key, String name, String attribute) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(Map.of("name", name, "rules", Map.of("attribute", attribute)));
        exchange.getMessage().setHeader("CamelPersonalizeKey", key);
        return exchange;
    }
}
