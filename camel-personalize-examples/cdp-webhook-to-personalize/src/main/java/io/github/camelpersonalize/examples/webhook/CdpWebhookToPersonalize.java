// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.ProjectView;
import io.github.camelpersonalize.examples.setup.Example;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;

/** What customer data messages imply becomes definitions in Personalize. Without {@code webhook.secret}, a demo on sample messages. */
public final class CdpWebhookToPersonalize {

    private CdpWebhookToPersonalize() {}

    /** Exits with 0 when every message of the demo was answered as it should be, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        Example.of("webhook.secret", "Listening on {{webhook.host}}:{{webhook.port}}/webhook").run(CdpWebhookToPersonalize::demonstrate);
    }

    private static boolean demonstrate(Settings settings, Service service) throws Exception {
        Demo demo = new Demo(service.properties(), System.out);
        System.out.printf("""

                What customer data messages imply becomes definitions in Contentstack Personalize.

                Webhook  %s
                Service  %s   (emulator, in this process; watch it in a browser)

                """, demo.webhook(), service.emulator().baseUrl());
        List<Integer> answers = demo.run();
        ProjectView project = service.emulator().project(Service.PROJECT);
        System.out.printf("Attributes  %s%nEvents      %s%nRequests    %d, for %d messages%n%n", names(project.attributes()),
                names(project.events()), service.emulator().requestCount(), answers.size());
        return answers.equals(Demo.EXPECTED);
    }

    private static String names(List<? extends JsonNode> definitions) {
        return String.join(", ", definitions.stream()
                .map(each -> each.get("key").textValue() + (each.has("data_type") ? " (" + each.get("data_type").textValue() + ")" : ""))
                .toList());
    }
}
