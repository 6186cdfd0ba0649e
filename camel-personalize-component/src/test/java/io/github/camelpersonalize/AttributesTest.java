// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BothDialects
class AttributesTest extends EmulatedRoutes {

    private String age() {
        return samples.attribute("age", "Age");
    }

    @Test
    void createAnswersTheDefinitionAsTheServiceHoldsIt() {
        Exchange exchange = send("personalize:attributes?operation=create", age());

        Definition created = definition(exchange);
        assertThat(created).containsEntry("name", "Age").containsEntry("key", "age").containsKey("uid");
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeUid", created.get("uid"))
                .containsEntry("CamelPersonalizeKey", "age").containsEntry("CamelPersonalizeOutcome", "CREATED")
                .containsEntry("CamelPersonalizeStatusCode", 201).containsEntry("CamelPersonalizeRequestCount", 1);
    }

    @Test
    void listAnswersAllOfThemInTheServicesOrder() {
        send("personalize:attributes?operation=create", age());
        send("personalize:attributes?operation=create", samples.attribute("city", "City"));

        Exchange exchange = send("personalize:attributes?operation=list", null);

        assertThat((List<?>) exchange.getMessage().getBody(List.class)).map(attribute -> ((Definition) attribute).get("key"))
                .containsSubsequence("age",
                        "city");
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeStatusCode", 200)
                .doesNotContainKey("CamelPersonalizeOutcome");
    }

    @Test
    void getByUidOrByKeyPicksFromTheListWithOneRequest() {
        Object uid = definition(send("personalize:attributes?operation=create", age())).get("uid");
        emulator().clearRequests();

        assertThat(definition(send("personalize:attributes?operation=get", null, Map.of("CamelPersonalizeUid", uid)))).containsEntry("key",
                "age");
        assertThat(definition(send("personalize:attributes?operation=get&key=age", null))).containsEntry("uid", uid);
        assertThat(calls()).containsExactly("GET /attributes", "GET /attributes");
    }

    @Test
    void updateByUidCostsOneRequest() {
        Object uid = definition(send("personalize:attributes?operation=create", age())).get("uid");
        emulator().clearRequests();

        Exchange exchange = send("personalize:attributes?operation=update",
                samples.attribute("age", "Age in years", Samples.withUid((String) uid)));

        assertThat(definition(exchange)).containsEntry("name", "Age in years").containsEntry("uid", uid);
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UPDATED");
        assertThat(calls()).containsExactly("PUT /attributes/" + uid);
    }

    @Test
    void updateByTheBodysOwnKeyFindsTheUidInTheList() {
        Object uid = definition(send("personalize:attributes?operation=create", age())).get("uid");
        emulator().clearRequests();

        definition(send("personalize:attributes?operation=update", age().replace("\"Age\"", "\"Years\"")));

        assertThat(calls()).containsExactly("GET /attributes", "PUT /attributes/" + uid);
        assertThat((List<?>) send("personalize:attributes?operation=list", null).getMessage().getBody(List.class)).extracting("name")
                .contains("Years").doesNotContain("Age");
    }

    @Test
    void deleteByKeyRemovesIt() {
        Object uid = definition(send("personalize:attributes?operation=create", age())).get("uid");
        emulator().clearRequests();

        Exchange exchange = send("personalize:attributes?operation=delete", null, Map.of("CamelPersonalizeKey", "age"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeOutcome", "DELETED")
                .containsEntry("CamelPersonalizeUid", uid).containsEntry("CamelPersonalizeRequestCount", 2);
        assertThat(calls()).containsExactly("GET /attributes", "DELETE /attributes/" + uid);
    }

    @Test
    void deletingWhatIsGoneIsNoError() {
        Exchange exchange = send("personalize:attributes?operation=delete&uid=64c7787b333555469a861224", null);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNCHANGED");
    }

    @Test
    void anUnknownKeyIsTheRecordsFault() {
        Exchange exchange = send("personalize:attributes?operation=get&key=ltv", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("attribute \"ltv\": does not exist in project \"p1\"");
    }

    @Test
    void creatingWhatExistsAsWantedAdoptsIt() {
        Object uid = definition(send("personalize:attributes?operation=create", age())).get("uid");
        emulator().clearRequests();

        Exchange exchange = send("personalize:attributes?operation=create", age());

        assertThat(definition(exchange)).containsEntry("uid", uid);
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("ADOPTED");
        assertThat(calls()).containsExactly("POST /attributes", "GET /attributes");
    }

    @Test
    void creatingWhatExistsDifferentlyIsAConflictThatNamesTheDifferences() {
        Object uid = definition(send("personalize:attributes?operation=create", age())).get("uid");

        Exchange exchange = send("personalize:attributes?operation=create",
                samples.attribute("age", "Age", "\"description\": \"in years\""));

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class, e -> {
            assertThat(e.getOutcome()).isEqualTo(Outcome.CONFLICT);
            assertThat(e.getKind()).isEqualTo("attribute");
            assertThat(e.getKey()).isEqualTo("age");
            assertThat(e).hasMessage("attribute \"age\": project \"p1\" already has a definition with this key (uid " + uid
                    + "), which differs in /description; update that one, or choose another key");
        });
    }

    @Test
    void anAttributeInUseCannotBeDeleted() {
        String uid = (String) definition(send("personalize:attributes?operation=create", age())).get("uid");
        send("personalize:audiences?operation=create", samples.audience("Adults", uid));

        Exchange exchange = send("personalize:attributes?operation=delete&key=age", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessageContaining("Adults");
    }
}
