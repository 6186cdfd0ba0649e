// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.fuzz;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** What holds for every message. There is nobody at the service's address, so that what passes for a definition fails later. */
final class MessageRules implements AutoCloseable {

    static final String HOST = "localhost";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** The longest message, and its last character, which says that there was more. */
    private static final int MAX_MESSAGE = 4096 + 1;
    /** Not among the inputs: who sends it is told of it. */
    private static final String AUTHTOKEN = "authtoken-of-messages";
    private static final List<String> WRITES = List.of("attributes?operation=create", "audiences?operation=update",
            "events?operation=create",
            "experiences?operation=create", "experiences?operation=delete", "experiences?operation=updatePriority");

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    MessageRules() {
        PersonalizeComponent component = context.getComponent("personalize", PersonalizeComponent.class);
        HurriedTime.of(component);
        PersonalizeConfiguration options = component.getConfiguration();
        options.setBaseUrl("http://" + HOST + ":1");
        options.setProjectUid("p1");
        options.setAuthtoken(AUTHTOKEN);
        options.setRequestsPerSecond(100_000);
        options.setMaxRetries(0);
        context.start();
        template = context.createProducerTemplate();
    }

    /** Whatever the message, there is a result or an exception of ours, which says in a line what is wrong. */
    void anyMessageIsReadOrRefused(Object body, Map<String, Object> headers) {
        for (String write : WRITES) {
            Exchange exchange = assertTimeout(PATIENCE, () -> template.send("personalize:" + write, message -> {
                message.getMessage().setBody(body);
                message.getMessage().setHeaders(new HashMap<>(headers));
            }));
            if (exchange.getException() != null) {
                assertThat(exchange.getException()).isInstanceOf(PersonalizeException.class);
                assertThat(exchange.getException().getMessage()).hasSizeLessThanOrEqualTo(MAX_MESSAGE).doesNotContain(AUTHTOKEN)
                        .doesNotContainPattern("[\\p{Cc}\\p{Co}\\p{Cs}\\u2028\\u2029[\\p{Cf}&&[^\\u200c\\u200d]]]");
            }
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
