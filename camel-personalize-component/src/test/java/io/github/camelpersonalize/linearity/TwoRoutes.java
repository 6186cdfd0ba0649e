// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.linearity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.linearity.Deed.Naming;
import io.github.camelpersonalize.linearity.Plan.Message;
import io.github.camelpersonalize.linearity.Plan.Side;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** One CamelContext with two ways to each project: under two spellings of the address of the service, and with two credentials. */
final class TwoRoutes implements AutoCloseable {

    private static final List<Operation> OPERATIONS = List.of(Operation.create, Operation.update, Operation.upsert, Operation.delete,
            Operation.get);

    private final PersonalizeEmulator emulator;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    TwoRoutes(PersonalizeEmulator emulator) throws Exception {
        this.emulator = emulator;
        PersonalizeComponent component = context.getComponent("personalize", PersonalizeComponent.class);
        HurriedTime.of(component);
        PersonalizeConfiguration options = component.getConfiguration();
        options.setBaseUrl(emulator.baseUrl());
        options.setProjectUid("none");
        options.setAuthtoken(emulator.authtoken());
        options.setRequestsPerSecond(100_000);
        context.addRoutes(routes());
        context.start();
        template = context.createProducerTemplate();
    }

    /**
     * Sends a message.
     *
     * @param uids by which definitions are named, one for each deed
     */
    Answer send(String project, Message message, List<Optional<String>> uids) {
        List<Map<String, Object>> bodies = new ArrayList<>();
        for (int i = 0; i < uids.size(); i++) {
            bodies.add(body(message.deeds().get(i), uids.get(i)));
        }
        Map<String, Object> headers = new HashMap<>(Map.of(PersonalizeConstants.PROJECT_UID, project));
        if (!message.isBatch()) {
            headers.putAll(target(message.deeds().get(0), uids.get(0)));
        }
        Exchange exchange = template.send(entrance(message.side(), message.operation()), sent -> {
            sent.getMessage().setHeaders(headers);
            sent.getMessage().setBody(message.isBatch() ? bodies : bodies.get(0));
        });
        return Answer.of(message, exchange);
    }

    private static Map<String, Object> body(Deed deed, Optional<String> uid) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("key", deed.key()));
        if (deed.operation() != Operation.delete && deed.operation() != Operation.get) {
            body.put("data_type", "string");
            body.putAll(deed.members());
        }
        if (deed.naming() == Naming.UID_OF_BODY) {
            uid.ifPresent(value -> body.put("uid", value));
        }
        return body;
    }

    private static Map<String, Object> target(Deed deed, Optional<String> uid) {
        return deed.naming() == Naming.UID && uid.isPresent() ? Map.of(PersonalizeConstants.UID, uid.get()) : Map.of();
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                for (Side side : Side.values()) {
                    OPERATIONS.forEach(operation -> from(entrance(side, operation)).to("personalize:attributes?operation=" + operation
                            + "&headerOverrides=projectUid" + options(side) + (operation == Operation.get ? "" : "&failOn=none")));
                }
            }
        };
    }

    private String options(Side side) {
        return side == Side.AS_THE_COMPONENT
                ? ""
                : "&accessToken=" + emulator.accessToken() + "&baseUrl=RAW(" + emulator.baseUrl().replace("http", "HTTP") + "/a/%2E%2e/)";
    }

    private static String entrance(Side side, Operation operation) {
        return "direct:" + side + "-" + operation;
    }

    @Override
    public void close() {
        context.stop();
    }
}
