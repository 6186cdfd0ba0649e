// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.ProjectView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What customer data messages imply becomes definitions in Personalize. With {@code webhook.secret} set, until it is stopped; else as a demo on
 * sample messages.
 */
public final class CdpWebhookToPersonalize {

    private static final Logger LOG = LoggerFactory.getLogger(CdpWebhookToPersonalize.class);
    private static final String PROJECT = "demo";

    private CdpWebhookToPersonalize() {}

    /** Exits with 0 when every message of the demo was answered as it should be, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        System.exit(run(Settings.load()) ? 0 : 1);
    }

    private static boolean run(Settings settings) throws Exception {
        boolean demo = settings.value("webhook.secret").isEmpty();
        if (!settings.hasService()) {
            try (PersonalizeEmulator emulator = PersonalizeEmulator.start()) {
                return demo ? demonstrate(emulator) : serve(settings, service(emulator));
            }
        }
        if (demo) {
            throw new IllegalStateException("webhook.secret is not set, but a service is: the sample messages of the demo are not for it. "
                    + "Set webhook.secret too, or nothing of camel.component.personalize.*.");
        }
        return serve(settings, Map.of());
    }

    private static boolean demonstrate(PersonalizeEmulator emulator) throws Exception {
        PrintStream out = System.out;
        Demo demo = new Demo(service(emulator), out);
        out.printf("""

                What customer data messages imply becomes definitions in Contentstack Personalize.

                Webhook  %s
                Service  %s   (emulator, in this process; watch it in a browser)

                """, demo.webhook(), emulator.baseUrl());
        List<Integer> answers = demo.run();
        ProjectView project = emulator.project(PROJECT);
        out.printf("Attributes  %s%nEvents      %s%nRequests    %d, for %d messages%n%n", names(project.attributes()),
                names(project.events()),
                emulator.requestCount(), answers.size());
        return answers.equals(Demo.EXPECTED);
    }

    private static boolean serve(Settings settings, Map<String, String> service) throws Exception {
        LOG.info("Listening on {}:{}/webhook. Stop with Ctrl-C.", settings.required("webhook.host"), settings.required("webhook.port"));
        try (Connector connector = new Connector(service, created -> LOG.info("created {}", created))) {
            connector.run();
            return true;
        }
    }

    private static String names(List<? extends JsonNode> definitions) {
        return String.join(", ", definitions.stream()
                .map(each -> each.get("key").textValue() + (each.has("data_type") ? " (" + each.get("data_type").textValue() + ")" : ""))
                .toList());
    }

    /** The emulator as properties of the component. */
    static Map<String, String> service(PersonalizeEmulator emulator) {
        return Map.of("camel.component.personalize.base-url", emulator.baseUrl(), "camel.component.personalize.authtoken",
                emulator.authtoken(), "camel.component.personalize.project-uid", PROJECT);
    }
}
