// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kamelets;

import io.github.camelpersonalize.EmulatedRoutes;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code kamelet:personalize-changes-source} in a route. */
class ChangesSourceTest extends EmulatedRoutes {

    private static final String SOURCE = "kamelet:personalize-changes-source?resource=attributes&initialDelay=0&delay=50";
    private static final String SEED = """
            {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"}]}""";

    @Test
    void sendsWhatIsThereAtFirstWhenToldSo() throws Exception {
        emulator().seed(PROJECT, SEED);

        Message change = onlyMessage(SOURCE + "&emitInitial=true", () -> {});

        assertThat(change.getHeader("CamelPersonalizeChange", String.class)).isEqualTo("CREATED");
        assertThat(change.getBody()).isInstanceOf(String.class);
        assertThat(json(change.getBody(String.class))).isEqualTo(json(emulator().project(PROJECT).attribute("age").toString()));
    }

    @Test
    void sendsOfADeletionTheLastKnownState() throws Exception {
        emulator().seed(PROJECT, SEED);

        Message change = onlyMessage(SOURCE + "&changes=deleted", () -> {
            await().until(() -> calls().size() > 1);
            send("personalize:attributes?operation=delete&uid=a1", null);
        });

        assertThat(change.getHeader("CamelPersonalizeChange", String.class)).isEqualTo("DELETED");
        assertThat(json(change.getBody(String.class)).get("name").asText()).isEqualTo("Age");
    }

    @Test
    void watchesAWholeProjectAndKeepsWhatItHasSeenInTheComponentsRepository() throws Exception {
        MemoryStateRepository states = new MemoryStateRepository();
        component().getConfiguration().setStateRepository(states);
        emulator().seed(PROJECT, SEED);

        Message change = onlyMessage(SOURCE.replace("attributes", "project") + "&changes=updated", () -> {
            await().until(() -> calls().contains("GET /experiences"));
            send("personalize:attributes?operation=update&uid=a1", "{\"key\": \"age\", \"name\": \"Alter\", \"data_type\": \"number\"}");
        });

        assertThat(change.getHeader("CamelPersonalizeChange", String.class)).isEqualTo("UPDATED");
        assertThat(json(change.getBody(String.class)).get("name").asText()).isEqualTo("Alter");
        await().untilAsserted(
                () -> assertThat(states.getState("personalize:127.0.0.1:" + emulator().port() + ":p1:changes:project:1")).contains("age"));
    }

    private Message onlyMessage(String source, Runnable meanwhile) throws Exception {
        MockEndpoint changes = context.getEndpoint("mock:changes", MockEndpoint.class);
        changes.expectedMessageCount(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(source).to(changes);
            }
        });
        meanwhile.run();
        changes.assertIsSatisfied();
        return changes.getExchanges().get(0).getMessage();
    }
}
