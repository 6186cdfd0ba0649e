// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.io.PrintStream;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.ProjectView;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What customer data messages imply becomes definitions in Personalize. With {@code webhook.secret} set, until it is stopped; else as a demo on
 * sample messages.
 */
public final class CdpWebhookToPersonalize {

    private static final Logger LOG = LoggerFactory.getLogger(CdpWebhookToPersonalize.class);

    private CdpWebhookToPersonalize() {}

    /** Exits with 0 when every message of the demo was answered as it should be, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        System.exit(run(Settings.load()) ? 0 : 1);
    }

    private static boolean run(Settings settings) throws Exception {
        boolean demo = settings.value("webhook.secret").isEmpty();
        try (Service service = demo ? Service.forDemo(settings, "webhook.secret") : Service.of(settings)) {
            return demo ? demonstrate(service) : serve(settings, service);
        }
    }

    private static boolean demonstrate(Service service) throws Exception {
        PrintStream out = System.out;
        PersonalizeEmulator emulator = service.emulator();
        Demo demo = new Demo(service.properties(), out);
        out.printf("""

                What customer data messages imply becomes definitions in Contentstack Personalize.

                Webhook  %s
                Service  %s   (emulator, in this process; watch it in a browser)

                """, demo.webhook(), emulator.baseUrl());
        List<Integer> answers = demo.run();
        ProjectView project = emulator.project(Service.PROJECT);
        out.printf("Attributes  %s%nEvents      %s%nRequests    %d, for %d messages%n%n", names(project.attributes()),
                names(project.events()),
                emulator.requestCount(), answers.size());
        return answers.equals(Demo.EXPECTED);
    }

    private static boolean serve(Settings settings, Service service) throws Exception {
        LOG.info("Listening on {}:{}/webhook. Stop with Ctrl-C.", settings.required("webhook.host"), settings.required("webhook.port"));
        try (Connector connector = new Connector(service.properties(), created -> LOG.info("created {}", created))) {
            connector.run();
            return true;
        }
    }

    private static String names(List<? extends JsonNode> definitions) {
        return String.join(", ", definitions.stream()
                .map(each -> each.get("key").textValue() + (each.has("data_type") ? " (" + each.get("data_type").textValue() + ")" : ""))
                .toList());
    }
}
