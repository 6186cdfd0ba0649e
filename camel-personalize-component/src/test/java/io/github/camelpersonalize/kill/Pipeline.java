// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.nio.file.Path;

import io.github.camelpersonalize.AtomicFileStateRepository;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A context that applies manifests, with a ledger in files, as each start of a process has one, and both ways to the project. */
final class Pipeline implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    Pipeline(String baseUrl, Path states, Work work) throws Exception {
        PersonalizeConfiguration options = context.getComponent("personalize", PersonalizeComponent.class).getConfiguration();
        options.setBaseUrl(baseUrl);
        options.setDialect(work.dialect());
        options.setProjectUid("p1");
        options.setAuthtoken(EmulatorOptions.AUTHTOKEN);
        options.setRequestsPerSecond(100_000);
        options.setStateRepository(new AtomicFileStateRepository(states.toString()));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                for (Way way : Way.values()) {
                    String apply = "personalize:project?operation=apply" + way.options(baseUrl);
                    from("direct:none-" + way).to(apply);
                    from("direct:owned-" + way).to(apply + "&prune=owned&maxDeletes=50");
                }
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    /** Applies a manifest. @param prune as the option of that name says it */
    BatchReport apply(Way way, String manifest, String prune) {
        Exchange exchange = template.send("direct:" + prune + "-" + way, message -> message.getMessage().setBody(manifest));
        if (exchange.getException() != null) {
            throw new AssertionError("apply failed", exchange.getException());
        }
        return exchange.getMessage().getBody(BatchReport.class);
    }

    @Override
    public void close() {
        context.stop();
    }
}
