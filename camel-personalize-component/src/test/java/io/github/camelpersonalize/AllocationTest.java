// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

import com.sun.management.ThreadMXBean;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many bytes a message costs in the thread that sends it. The bounds are half as much again as what a JVM allocates that only its first compiler
 * serves: an optimizing one allocates less. The benchmarks have the figures.
 */
class AllocationTest extends EmulatedRoutes {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM = 2_000;
    private static final int MESSAGES = 300;

    private ProducerTemplate template;
    private int number;

    private Map<String, Object> attribute() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "Age " + number);
        body.put("key", "age_" + number);
        body.put("data_type", "number");
        return body;
    }

    private long bytesOfOne(String uri, int warm, Runnable next) throws Exception {
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:measured").to(uri);
            }
        });
        template = context.createProducerTemplate();
        send(warm, next);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        send(MESSAGES, next);
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / MESSAGES;
    }

    private void send(int times, Runnable next) {
        for (int i = 0; i < times; i++) {
            template.sendBody("direct:measured", attribute());
            next.run();
        }
    }

    @Test
    void anUpsertOfWhatIsKnownAndUnchangedAllocatesLittle() throws Exception {
        assertThat(bytesOfOne("personalize:attributes?operation=upsert&indexTtl=1h", WARM, () -> {})).isLessThan(12_000);
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes");
    }

    @Test
    void aCreateAllocatesLittleMoreThanItsRequest() throws Exception {
        assertThat(bytesOfOne("personalize:events?operation=create", MESSAGES, () -> number++)).isLessThan(30_000);
    }
}
