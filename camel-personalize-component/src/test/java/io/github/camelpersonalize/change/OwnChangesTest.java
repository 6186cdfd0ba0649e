// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import io.github.camelpersonalize.PersonalizeConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** With ownChanges=false, a consumer leaves out what this context has written itself, and nothing else. */
class OwnChangesTest extends ConsumerRoutes {

    private static final String WATCH = "personalize:attributes?ownChanges=false";
    private static final String DELETE_TIER = "personalize:attributes?operation=delete&key=tier";
    private static final String UPSERT = "personalize:attributes?operation=upsert";

    @Test
    void whatThisContextCreatesUpdatesOrDeletesIsNotDelivered() throws Exception {
        others(UPSERT, attribute("age", "Age"));
        PersonalizeConsumer consumer = begin(WATCH);

        send(UPSERT, attribute("tier", "Tier"));
        send(UPSERT, attribute("age", "Years"));
        poll(consumer);
        send(DELETE_TIER, null);
        poll(consumer);

        assertThat(changes).isEmpty();
    }

    @Test
    void byDefaultItIs() throws Exception {
        PersonalizeConsumer consumer = begin("personalize:attributes?ownChanges=true");

        send(UPSERT, attribute("tier", "Tier"));
        poll(consumer);

        assertThat(changes).containsExactly("CREATED attribute tier");
    }

    @Test
    void whatSomebodyElseWritesIsDelivered() throws Exception {
        PersonalizeConsumer consumer = begin(WATCH);

        send(UPSERT, attribute("tier", "Tier"));
        others(UPSERT, attribute("age", "Age"));
        poll(consumer);

        assertThat(changes).containsExactly("CREATED attribute age");
    }

    @Test
    void whatSomebodyElseChangesAfterTheOwnWriteIsDelivered() throws Exception {
        others(UPSERT, attribute("age", "Age"));
        PersonalizeConsumer consumer = begin(WATCH);

        send(UPSERT, attribute("age", "Years"));
        others(UPSERT, attribute("age", "Lifetime"));
        poll(consumer);

        assertThat(changes).containsExactly("UPDATED attribute age");
    }

    @Test
    void whatSomebodyElsePutsBackToAnOlderOwnWriteIsDelivered() throws Exception {
        others(UPSERT, attribute("age", "Age"));
        PersonalizeConsumer consumer = begin(WATCH);
        send(UPSERT, attribute("age", "Years"));
        poll(consumer);
        others(UPSERT, attribute("age", "Age"));
        assertThat(poll(consumer)).containsExactly("UPDATED attribute age");

        others(UPSERT, attribute("age", "Years"));

        assertThat(poll(consumer)).containsExactly("UPDATED attribute age");
    }

    @Test
    void anOwnWriteBehindAChangeThatTheRouteFailsWithStaysOwn() throws Exception {
        PersonalizeConsumer consumer = begin(WATCH);
        others(UPSERT, attribute("age", "Age"));
        send(UPSERT, attribute("tier", "Tier"));
        failing = change -> change.contains("age");
        poll(consumer);
        failing = change -> false;

        poll(consumer);

        assertThat(changes).containsExactly("CREATED attribute age");
    }

    @Test
    void aChangeConvertsToTextWithTheMembersThatDiffer() throws Exception {
        send(UPSERT, attribute("tier", "Tier"));
        PersonalizeConsumer consumer = begin("personalize:attributes?ownChanges=true");
        send(UPSERT, attribute("tier", "Loyalty tier"));
        send(UPSERT, attribute("age", "Age"));
        poll(consumer);
        String updated = text(exchanges.get(0));
        String created = text(exchanges.get(1));
        send(DELETE_TIER, null);
        poll(consumer);

        assertThat(updated).isEqualTo("""
                ~ attribute "tier" (U)
                    ~ name: "Tier" -> "Loyalty tier"
                """);
        assertThat(created).isEqualTo("""
                + attribute "age" (U)
                    + name: "Age"
                    + data_type: "number"
                """);
        assertThat(text(exchanges.get(0))).isEqualTo("""
                - attribute "tier" (U)
                    - name: "Loyalty tier"
                    - data_type: "string"
                """);
    }

    @Test
    void itDoesInTheSimpleLanguageToo() throws Exception {
        PersonalizeConsumer consumer = begin("personalize:attributes?ownChanges=true");
        send(UPSERT, attribute("tier", "Tier"));
        poll(consumer);

        String text = context.resolveLanguage("simple").createExpression("${bodyAs(io.github.camelpersonalize.change.ChangeText)}")
                .evaluate(exchanges.get(0), String.class);

        assertThat(text).startsWith("+ attribute \"tier\" (");
    }

    @Test
    void anotherBodyDoesNot() {
        Exchange other = send("personalize:attributes?operation=upsert", attribute("tier", "Tier"));

        assertThatThrownBy(() -> other.getMessage().getMandatoryBody(ChangeText.class)).hasRootCauseMessage(
                "only what a consumer of personalize delivers converts to a text of the change: the headers CamelPersonalizeChange and"
                        + " CamelPersonalizeKind are missing or wrong");
    }

    private static String text(Exchange exchange) throws Exception {
        return exchange.getMessage().getMandatoryBody(ChangeText.class).text().replaceAll("\\(\\w{6,}\\)", "(U)");
    }

    @Test
    void whatSomebodyElseDeletesIsDelivered() throws Exception {
        send(UPSERT, attribute("tier", "Tier"));
        PersonalizeConsumer consumer = begin(WATCH);

        others(DELETE_TIER, null);
        poll(consumer);

        assertThat(changes).containsExactly("DELETED attribute tier");
    }

    private PersonalizeConsumer begin(String uri) throws Exception {
        PersonalizeConsumer consumer = consume(uri);
        poll(consumer);
        return consumer;
    }

    /** What another process does to the project. */
    private void others(String uri, Object body) throws Exception {
        try (DefaultCamelContext another = new DefaultCamelContext()) {
            startAgain(another).createProducerTemplate().sendBody(uri, body);
        }
    }

    private static String attribute(String key, String name) {
        String type = key.equals("age") ? "number" : "string";
        return "{\"key\": \"%s\", \"name\": \"%s\", \"data_type\": \"%s\"}".formatted(key, name, type);
    }
}
