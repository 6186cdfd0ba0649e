// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A process with a heap of 64 MB: it does with 100 000 definitions what its argument says, and prints what came of it. */
final class SmallHeap {

    private static final int ROWS = 100_000;
    private static final int KEYS = 1_000;

    private SmallHeap() {}

    public static void main(String[] arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("personalize", component(arguments[1]));
            context.start();
            System.out.println(arguments[0].equals("list") ? list(context) : rows(context));
        }
        Runtime.getRuntime().halt(0);
    }

    private static PersonalizeComponent component(String url) {
        PersonalizeComponent component = new PersonalizeComponent();
        component.getConfiguration().setBaseUrl(url);
        component.getConfiguration().setProjectUid("p1");
        component.getConfiguration().setAuthtoken("token");
        return component;
    }

    /** Looks at each definition. */
    private static String list(DefaultCamelContext context) {
        List<?> definitions = context.createProducerTemplate().requestBody("personalize:attributes?operation=list", null, List.class);
        return definitions.stream().filter(definition -> ((Map<?, ?>) definition).get("name") instanceof String).count() + " definitions";
    }

    /** Upserts each row of a file. */
    private static String rows(DefaultCamelContext context) throws Exception {
        AtomicInteger done = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:rows").unmarshal().custom("personalize-csv").split(body()).streaming()
                        .to("personalize:attributes?operation=upsert&indexTtl=1h").process(exchange -> done.incrementAndGet());
            }
        });
        StringBuilder file = new StringBuilder("key,name,data_type\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("attribute_%d,Attribute %d,number%n".formatted(i % KEYS, i % KEYS));
        }
        context.createProducerTemplate().sendBody("direct:rows", new ByteArrayInputStream(file.toString().getBytes(UTF_8)));
        return done + " rows";
    }
}
