// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.faultserver.FaultServer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** One CamelContext and one server, in which mishaps happen one after the other. */
final class Laboratory implements AutoCloseable {

    private final FaultServer server = new FaultServer();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;
    private int cuts;

    Laboratory() throws Exception {
        PersonalizeComponent component = context.getComponent("personalize", PersonalizeComponent.class);
        HurriedTime.of(component);
        PersonalizeConfiguration options = component.getConfiguration();
        options.setBaseUrl(server.baseUrl());
        options.setProjectUid("p1");
        options.setAuthtoken("secret-of-chaos");
        options.setRequestsPerSecond(100_000);
        options.setMaxRetries(Mishap.MAX_CUTS);
        context.addRoutes(routes());
        context.start();
        template = context.createProducerTemplate();
    }

    /** How many cuts have hit. */
    int cuts() {
        return cuts;
    }

    /** Lets a mishap happen. @return what is wrong afterwards, if anything is */
    Optional<String> fault(Mishap mishap) {
        empty(mishap);
        server.keepDoubles(mishap.keepsDoubles());
        server.put(mishap.resource().name(), Aftermath.bystander(mishap).toString());
        Optional<String> uid = Aftermath.before(mishap).map(actual -> server.put(mishap.resource().name(), actual.toString()));
        int begun = server.requestCount();
        mishap.cuts().forEach(server::cut);

        Exchange exchange = send(mishap, uid);

        server.behave();
        int requests = server.requestCount() - begun;
        cuts += (int) mishap.cuts().stream().filter(cut -> cut.request() <= requests).count();
        return new Aftermath(mishap, uid, exchange, server.state(mishap.resource().name())).fault()
                .map(fault -> mishap + ": " + fault + "; requests " + server.requests().subList(begun, begun + requests));
    }

    /** Listing what there is also uses up a connection that died unseen in the mishap before. */
    private void empty(Mishap mishap) {
        Resource resource = mishap.resource();
        server.state(resource.name()).forEach(object -> server.remove(resource.name(), object.get("uid").textValue()));
        Exchange listed = template.send(entrance(Side.of(mishap), resource, Operation.list), exchange -> {});
        if (listed.getException() != null) {
            throw new AssertionError("the component does not recover", listed.getException());
        }
    }

    private Exchange send(Mishap mishap, Optional<String> uid) {
        Operation operation = mishap.deed().operation();
        Map<String, Object> headers = new HashMap<>();
        if (mishap.deed().isByUid()) {
            headers.put(PersonalizeConstants.UID, uid.orElseThrow());
        } else if (operation != Operation.create) {
            headers.put(PersonalizeConstants.KEY, mishap.key());
        }
        return template.send(entrance(Side.of(mishap), mishap.resource(), operation), exchange -> {
            exchange.getMessage().setHeaders(headers);
            exchange.getMessage().setBody(operation == Operation.delete ? null : Aftermath.wanted(mishap).toString());
        });
    }

    /** Routes of one project under two spellings of its address and with two credentials. Mishaps happen to them in turn. */
    private enum Side {

        AS_THE_COMPONENT, OTHERWISE;

        static Side of(Mishap mishap) {
            return mishap.number() % 2 == 0 ? AS_THE_COMPONENT : OTHERWISE;
        }
    }

    private String options(Side side) {
        return side == Side.AS_THE_COMPONENT ? "" : "&authtoken=other-secret&baseUrl=" + server.baseUrl().replace("http", "HTTP") + "/";
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                for (Side side : Side.values()) {
                    Mishap.RESOURCES.forEach(resource -> routes(side, resource));
                }
            }

            private void routes(Side side, Resource resource) {
                for (Operation operation : operations(resource)) {
                    from(entrance(side, resource, operation)).to("personalize:" + resource + "?operation=" + operation + options(side));
                }
            }
        };
    }

    private static List<Operation> operations(Resource resource) {
        return resource == Resource.events
                ? List.of(Operation.list, Operation.create)
                : List.of(Operation.list, Operation.create, Operation.update, Operation.delete);
    }

    private static String entrance(Side side, Resource resource, Operation operation) {
        return "direct:" + side + "-" + resource + "-" + operation;
    }

    @Override
    public void close() {
        context.stop();
        server.close();
    }
}
