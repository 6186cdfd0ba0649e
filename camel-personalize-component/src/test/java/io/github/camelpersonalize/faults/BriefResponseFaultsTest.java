// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.faultserver.Answers;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service whose responses to writes say less than there is. */
@BothDialects
class BriefResponseFaultsTest extends ServerFaultRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert&validate=false";
    private static final String PUT = "PUT /attributes/a1";
    private String alter() {
        return age().replace("Age", "Alter");
    }

    private String whole() {
        return samples.attribute("age", "Years", "\"description\": \"people wrote this\"").replace("{", "{\"uid\": \"a1\", ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"uid\": \"a1\"}", "{\"uid\": \"a1\", \"key\": null}", "{\"uid\": \"a1\", \"key\": \"\"}",
            "{\"uid\": \"a1\", \"name\": \"Age\"}",
            "{\"uid\": \"a1\", \"key\": \"age\"}", "{}", "", "{\"uid\": \"..\"}", "{\"message\": \"ok\"}"})
    void F77_whatABriefResponseToAnUpdateLeavesOutSurvivesTheNextOne(String response) {
        server.put("attributes", whole());
        server.on(PUT, Answers.good().body(response), Answers.good().body(response));

        Exchange first = send(UPSERT, age());
        Exchange second = send(UPSERT, alter());
        Exchange same = send(UPSERT, alter());

        assertOutcome(first, "UPDATED", 2);
        assertOutcome(second, "UPDATED", 1);
        assertOutcome(same, "UNCHANGED", 0);
        assertThat(first.getMessage().getHeaders()).containsEntry("CamelPersonalizeUid", "a1").containsEntry("CamelPersonalizeKey", "age");
        assertThat(sent(2)).isEqualTo(json(samples.attribute("age", "Alter", "\"description\": \"people wrote this\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"uid\": \"a1\"}", "{\"uid\": \"a1\", \"name\": \"Age\"}", "{\"uid\": \"a1\", \"key\": null, \"x\": 1}"})
    void F77_aBriefResponseToACreateLeavesNothingOut(String response) {
        server.on(POST_ATTRIBUTES, Answers.ok(response).whenReady(() -> server.put("attributes", held())));
        String described = age().replace("{", "{\"description\": \"d\", ");

        Exchange created = send(UPSERT, described);

        assertOutcome(created, "CREATED", 2);
        assertThat(created.getMessage().getHeaders()).containsEntry("CamelPersonalizeUid", "a1").containsEntry("CamelPersonalizeKey",
                "age");
        assertOutcome(send(UPSERT, described), "UNCHANGED", 0);
        assertOutcome(send(UPSERT, age().replace("Age", "Alter")), "UPDATED", 1);
        assertThat(sent(2).get("description").textValue()).isEqualTo("d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update&uid=a1", "update&key=age"})
    void F77_aBriefResponseToASingleUpdateKeepsTheKeyKnown(String operation) {
        server.put("attributes", whole());
        send(UPSERT, whole().replace("\"uid\": \"a1\", ", ""));
        server.on(PUT, Answers.ok("{\"uid\": \"a1\"}"));

        assertOutcome(
                send("personalize:attributes?validate=false&operation=" + operation,
                        alter().replace("\"key\": \"age\"", "\"description\": \"\"")),
                "UPDATED",
                operation.contains("key") ? 2 : 1);
        int before = server.requestCount();

        assertOutcome(send(UPSERT, alter()), "UNCHANGED", 0);
        assertThat(server.requestCount()).isEqualTo(before);
    }

    @Test
    void F77_whatAnUpdateRemovesIsNotKnownAnyLonger() {
        server.put("attributes", whole());
        server.on(PUT, Answers.good().body("{\"uid\": \"a1\"}"));
        send(UPSERT, whole().replace("\"uid\": \"a1\", ", ""));

        send("personalize:attributes?operation=update&uid=a1", alter());
        assertOutcome(send(UPSERT, age()), "UPDATED", 1);

        assertThat(sent(2)).isEqualTo(json(age()));
    }
}
