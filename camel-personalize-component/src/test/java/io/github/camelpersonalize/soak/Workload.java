// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.soak;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A context with routes of all kinds, those of changing addresses among them, and a service for them to talk to. */
final class Workload implements AutoCloseable {

    /** How the names begin of the threads that send. */
    static final String THREADS = "sender";

    private static final int SENDERS = 4;
    /** Small, so that endpoints and producers are soon given up for others. */
    private static final int CACHE = 20;

    private final ConstantService service = new ConstantService();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final AtomicInteger number = new AtomicInteger();

    Workload() throws Exception {
        context.getGlobalOptions().put(Exchange.MAXIMUM_ENDPOINT_CACHE_SIZE, String.valueOf(CACHE));
        PersonalizeComponent component = context.getComponent("personalize", PersonalizeComponent.class);
        HurriedTime.of(component);
        PersonalizeConfiguration options = component.getConfiguration();
        options.setBaseUrl(service.baseUrl());
        options.setProjectUid("p1");
        options.setAuthtoken("secret-of-soak");
        options.setRequestsPerSecond(100_000);
        context.addRoutes(routes());
        context.start();
        template = context.createProducerTemplate();
    }

    CamelContext context() {
        return context;
    }

    /** Sends so many messages. @return how many exchanges failed as they may */
    int run(int exchanges) throws InterruptedException {
        AtomicInteger failed = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS, task -> new Thread(task, THREADS));
        for (int i = 0; i < exchanges; i++) {
            threads.execute(() -> failed.addAndGet(send(number.incrementAndGet()) ? 0 : 1));
        }
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.HOURS)) {
            throw new AssertionError("an exchange does not end");
        }
        return failed.get();
    }

    private boolean send(int id) {
        Exchange exchange = template.send("direct:" + errand(id), message -> {
            message.getMessage().setHeader("id", "u" + id);
            message.getMessage().setBody(id % 10 == 9 ? "{no JSON" : """
                    {"name": "N %1$d", "key": "k%1$d", "data_type": "string"}""".formatted(id));
        });
        if (exchange.getException() != null && !(exchange.getException() instanceof PersonalizeException)) {
            throw new AssertionError(exchange.getException());
        }
        return exchange.getException() == null;
    }

    private static String errand(int id) {
        return switch (id % 10) {
            case 0, 1 -> "list";
            case 2, 3, 4, 9 -> "create";
            case 5, 6 -> "update";
            case 7 -> "get";
            default -> "delete";
        };
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:list").to("personalize:attributes?operation=list");
                from("direct:create").to("personalize:attributes?operation=create");
                from("direct:update").toD("personalize:attributes?operation=update&uid=${header.id}", CACHE);
                from("direct:get").toD("personalize:experiences?operation=get&uid=one&projectUid=${header.id}", CACHE);
                from("direct:delete").toD("personalize:attributes?operation=delete&uid=${header.id}", CACHE);
            }
        };
    }

    @Override
    public void close() {
        context.stop();
        service.close();
    }
}
