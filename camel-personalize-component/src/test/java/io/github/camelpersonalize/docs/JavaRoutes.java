// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.PersonalizeConfigurationException;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.model.ExperiencePriority;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** The routes in Java that the documentation shows. */
final class JavaRoutes {

    private JavaRoutes() {}

    static RouteBuilder file() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::file[]
                from("file:{{inbox}}")
                    .split(body().tokenize("\n")).streaming()
                        .to("personalize:attributes?operation=create")
                        .to("direct:created");
                // end::file[]
                // @formatter:on
            }
        };
    }

    static RouteBuilder experiences() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::experiences[]
                from("direct:experiences")
                    .to("personalize:experiences?operation=create")
                    .setProperty("created", header(PersonalizeConstants.UID))
                    .to("personalize:experiences?operation=getPriority")
                    .process(exchange -> {
                        String created = exchange.getProperty("created", String.class);
                        List<String> order = new ArrayList<>(exchange.getMessage().getBody(ExperiencePriority.class).priority());
                        order.remove(created);
                        order.add(0, created);
                        exchange.getMessage().setBody(ExperiencePriority.of(order));
                    })
                    .to("personalize:experiences?operation=updatePriority");
                // end::experiences[]
                // @formatter:on
            }
        };
    }

    static RouteBuilder errors() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::errors[]
                // The record is at fault: send it to a dead-letter channel, and continue.
                onException(PersonalizeRejectedException.class)
                    .handled(true)
                    .useOriginalMessage()
                    .setHeader("error", simple("${exception.message}"))
                    .to("direct:dead-letters");

                // The service is at fault, after all retries: wait, then fail, so that the consumer keeps the record.
                onException(PersonalizeUnavailableException.class).logExhausted(false)
                    .log(LoggingLevel.WARN, "${exception.message}")
                    .delay(simple("{{pause}}"));

                // The configuration is at fault: no record succeeds until somebody fixes it.
                onException(PersonalizeConfigurationException.class).logExhausted(false)
                    .log(LoggingLevel.ERROR, "${exception.message}")
                    .to("direct:stop");

                from("direct:records")
                    .to("personalize:attributes?operation=update");
                // end::errors[]
                // @formatter:on
                from("direct:dead-letters").to("mock:dead-letters");
                from("direct:stop").to("mock:stop");
            }
        };
    }

    static RouteBuilder batch() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::batch[]
                from("direct:batch")
                    .to("personalize:attributes?operation=create&failOn=none")
                    .filter(exchange -> exchange.getMessage().getBody(BatchReport.class).failures() > 0)
                        .convertBodyTo(String.class)
                        .to("direct:report");
                // end::batch[]
                // @formatter:on
                from("direct:report").to("mock:report");
            }
        };
    }

    static RouteBuilder records() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::records[]
                from("direct:rename")
                    .to("personalize:attributes?operation=get&key=age")
                    .process(exchange -> {
                        Attribute age = exchange.getMessage().getBody(Attribute.class);
                        exchange.getMessage().setBody(new Attribute(age.uid(), "Age in years", age.key(), age.dataType(),
                                age.createdAt(), age.other()));
                    })
                    .to("personalize:attributes?operation=update");
                // end::records[]
                // @formatter:on
            }
        };
    }

    static RouteBuilder overrides() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::overrides[]
                from("direct:changes")
                    .to("personalize:audiences?operation=update&headerOverrides=operation");
                // end::overrides[]
                // @formatter:on
            }
        };
    }

    static RouteBuilder computed() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::computed[]
                from("direct:gone")
                    .toD("personalize:audiences?operation=delete&key=${header.name}");
                // end::computed[]
                // @formatter:on
            }
        };
    }

    static RouteBuilder changes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::changes[]
                from("personalize:project?changes=updated&stateRepository=#state")
                    .process(exchange -> {
                        Map<?, ?> now = exchange.getMessage().getBody(Map.class);
                        Map<?, ?> before = exchange.getMessage().getHeader(PersonalizeConstants.PREVIOUS, Map.class);
                        exchange.getMessage().setHeader("renamed", !now.get("name").equals(before.get("name")));
                    })
                    .filter(header("renamed"))
                        .to("direct:renamed");
                // end::changes[]
                // @formatter:on
                from("direct:renamed").to("mock:renamed");
            }
        };
    }
}
