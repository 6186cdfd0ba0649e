// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.binding.ControlHeaders;
import io.github.camelpersonalize.context.ComponentServices;
import io.github.camelpersonalize.faults.TraceLog;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What is the same for all messages is in the log once, however many messages there are. */
class LoggedOnceTest extends EmulatedRoutes {

    private static final String LIST = "personalize:attributes?operation=list";

    @BeforeEach
    void loggersExist() {
        List.of(ControlHeaders.class, ComponentServices.class, PersonalizeConsumer.class).forEach(LoggerFactory::getLogger);
    }

    @Test
    void aControlHeaderThatIsIgnored() {
        try (TraceLog log = new TraceLog("io.github.camelpersonalize")) {
            send(LIST, null, Map.of("CamelPersonalizeOperation", "delete", "CamelPersonalizeProjectUid", "p2"));
            send(LIST, null, Map.of("CamelPersonalizeOperation", "delete"));

            assertThat(log.messages("WARN", ControlHeaders.class)).containsExactly(
                    "personalize:attributes ignores the header CamelPersonalizeOperation of messages; to let messages decide, set"
                            + " headerOverrides=operation",
                    "personalize:attributes ignores the header CamelPersonalizeProjectUid of messages; to let messages decide, set"
                            + " headerOverrides=projectUid");
        }
    }

    @Test
    void aControlHeaderThatIsReadIsNot() {
        try (TraceLog log = new TraceLog("io.github.camelpersonalize")) {
            send(LIST + "&headerOverrides=operation", null, Map.of("CamelPersonalizeOperation", "list"));

            assertThat(log.messages("WARN", ControlHeaders.class)).isEmpty();
        }
    }

    @Test
    void whereCallsGoAndHow() {
        try (TraceLog log = new TraceLog("io.github.camelpersonalize")) {
            send(LIST, null);
            send("personalize:events?operation=list", null);
            component().getConfiguration().setAuthtoken(null);
            send(LIST + "&projectUid=p2&dialect=live&requestsPerSecond=5&accessToken=RAW(" + emulator().accessToken() + ")", null);

            assertThat(log.messages("INFO", ComponentServices.class)).containsExactly(
                    "Calls go to " + emulator().baseUrl()
                            + ", project p1, with an authtoken, up to 100000.0 requests a second, dialect=contract",
                    "Calls go to " + emulator().baseUrl()
                            + ", project p2, with an access token, up to 5.0 requests a second, dialect=live");
        }
    }

    @Test
    void withWhatAConsumerBegins() throws Exception {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"}]}""");
        try (TraceLog log = new TraceLog("io.github.camelpersonalize")) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("personalize:project?initialDelay=1&repeatCount=2&delay=1").to("mock:changes");
                }
            });
            Awaitility.await().until(() -> emulator().requests("GET", "/attributes").size() == 2);

            assertThat(log.messages("INFO", PersonalizeConsumer.class)).containsExactly(
                    "personalize:project begins with the 1 definitions that project p1 has: it delivers changes from now on");
        }
    }
}
