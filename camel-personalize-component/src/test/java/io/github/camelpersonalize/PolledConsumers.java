// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.camel.Exchange;

import static org.assertj.core.api.Assertions.assertThat;

/** A consumer that polls when the test says so. */
abstract class PolledConsumers extends EmulatedEndpoints {

    static final String INITIAL = "personalize:attributes?emitInitial=true";
    static final String HEIGHT = AGE.replace("age", "height").replace("Age", "Height");

    final List<Exchange> delivered = new ArrayList<>();
    Consumer<Exchange> route = exchange -> {};
    PersonalizeConsumer consumer;

    PersonalizeConsumer consume(String uri) throws Exception {
        consumer = consumer(uri);
        context.addService(consumer);
        return consumer;
    }

    PersonalizeConsumer consumer(String uri) throws Exception {
        return (PersonalizeConsumer) endpoint(uri + "&startScheduler=false").createConsumer(exchange -> {
            delivered.add(exchange.copy());
            route.accept(exchange);
        });
    }

    /** What comes out of one poll. */
    List<String> poll() throws Exception {
        delivered.clear();
        int number = consumer.poll();
        assertThat(delivered).hasSize(number);
        return delivered();
    }

    List<String> delivered() {
        return delivered.stream().map(Exchange::getMessage).map(message -> message.getHeader("CamelPersonalizeChange") + " "
                + message.getHeader("CamelPersonalizeKey")).toList();
    }

    void create(String... attributes) throws Exception {
        for (String attribute : attributes) {
            assertThat(send("personalize:attributes?operation=create", attribute).getException()).isNull();
        }
    }
}
