// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.faultserver.Answers;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Bodies that can be read once, in a route that fails at first: Camel sends the body again that was read. */
class ReadOnceFaultsTest extends ServerFaultRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert";
    private static final String A = "{\"name\": \"A\", \"key\": \"a\", \"data_type\": \"number\"}";
    private static final String B = "{\"name\": \"B\", \"key\": \"b\", \"data_type\": \"string\"}";
    private static final String ARRAY = "[" + A + "," + B + "]";
    private static final String POST = "POST /attributes";

    /** A batch of the two definitions in some form. */
    interface Form {
        Object of(Exchange exchange);
    }

    static Stream<Named<Form>> forms() {
        return Stream.of(Named.of("Iterator", exchange -> List.of(A, B).iterator()),
                Named.of("cursor", exchange -> once(List.of(A, B).iterator())),
                Named.of("Stream", exchange -> Stream.of(A, B)),
                Named.of("Iterator of streams", exchange -> List.of(stream(A), stream(B)).iterator()),
                Named.of("List of streams", exchange -> List.of(stream(A), stream(B))),
                Named.of("List of readers", exchange -> List.of(new StringReader(A), new StringReader(B))),
                Named.of("array of streams", exchange -> new Object[]{stream(A), B}),
                Named.of("InputStream", exchange -> stream(ARRAY)), Named.of("Reader", exchange -> new StringReader(ARRAY)),
                Named.of("messages", exchange -> List.of(message(exchange, stream(A)), message(exchange, new StringReader(B)))),
                Named.of("exchanges", exchange -> List.of(exchange(exchange, stream(A)), exchange(exchange, new StringReader(B)))));
    }

    static Stream<Arguments> redelivered() {
        return forms().flatMap(form -> Stream.of(true, false).map(cached -> Arguments.of(form, cached)));
    }

    static Stream<Arguments> dead() {
        return forms().flatMap(form -> Stream.of(Arguments.of(form, "direct:in", false), Arguments.of(form, "direct:original", true),
                Arguments.of(form, "direct:original", false)));
    }

    /** An Iterable that can be iterated over once, as cursors of databases. */
    private static Iterable<Object> once(Iterator<?> items) {
        return () -> {
            List<Object> rest = new ArrayList<>();
            items.forEachRemaining(rest::add);
            return rest.iterator();
        };
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static Message message(Exchange batch, Object body) {
        Message message = new DefaultMessage(batch.getContext());
        message.setBody(body);
        return message;
    }

    private static Exchange exchange(Exchange batch, Object body) {
        Exchange exchange = new DefaultExchange(batch.getContext());
        exchange.getMessage().setBody(body);
        return exchange;
    }

    @BeforeEach
    void readEachBodyOnce() {
        component().getConfiguration().setMaxRetries(0);
        cacheStreams(false);
    }

    /** Camel caches in routes, and when a producer template creates the unit of work. */
    private void cacheStreams(boolean cached) {
        context.setStreamCaching(cached);
        context.getStreamCachingStrategy().setEnabled(cached);
    }

    private void addRoutes() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").errorHandler(deadLetterChannel("mock:dead").maximumRedeliveries(1).redeliveryDelay(0)).to(UPSERT);
                from("direct:original")
                        .errorHandler(deadLetterChannel("mock:dead").maximumRedeliveries(1).redeliveryDelay(0).useOriginalMessage())
                        .to(UPSERT);
                from("direct:whole").errorHandler(deadLetterChannel("mock:dead").maximumRedeliveries(1).redeliveryDelay(0))
                        .to("direct:part");
                from("direct:part").errorHandler(noErrorHandler()).to(UPSERT).process(ReadOnceFaultsTest.this::failOnce);
                from("direct:manifest").errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0))
                        .to("personalize:project?operation=upsert");
            }
        });
    }

    private boolean hasFailed;

    private void failOnce(Exchange exchange) {
        if (!hasFailed) {
            hasFailed = true;
            throw new IllegalStateException("once");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("redelivered")
    void F91_aRedeliveryHasTheSameRecordsWithAndWithoutStreamCaching(Form form, boolean cached) {
        cacheStreams(cached);
        server.on(POST, Answers.status(421));

        Exchange exchange = sendIn("direct:in", form);

        assertThat(exchange.getException()).isNull();
        assertThat(context.getEndpoint("mock:dead", MockEndpoint.class).getExchanges()).isEmpty();
        assertThat(keys()).containsExactlyInAnyOrder("a", "b");
    }

    /** The step itself has succeeded, and the part of the route that contains it is carried out again. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void F91_aPartOfTheRouteThatIsCarriedOutAgainHasThemToo(Form form) {
        Exchange exchange = sendIn("direct:whole", form);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).endsWith("2 items: 2 UNCHANGED");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("dead")
    void F91_aDeadLetterHasAllRecords(Form form, String route, boolean cached) {
        cacheStreams(cached);
        server.always(POST, Answers.status(421));

        sendIn(route, form);

        Object letter = context.getEndpoint("mock:dead", MockEndpoint.class).getExchanges().get(0).getMessage().getBody();
        server.behave();
        assertThat(context.createProducerTemplate().send("direct:in", again -> again.getMessage().setBody(letter)).getException())
                .isNull();
        assertThat(keys()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void F91_aManifestIsReadAgainToo() {
        server.on(POST, Answers.status(421));

        Exchange exchange = sendIn("direct:manifest",
                any -> List.of(stream("attributes: [" + A + "]"), stream("attributes: [" + B + "]")).iterator());

        assertThat(exchange.getException()).isNull();
        assertThat(keys()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void F91_aCursorThatFailsIsNoShortBatch() {
        Iterator<String> failing = Stream.of(A, B).map(text -> {
            if (text.equals(B)) {
                throw new IllegalStateException("connection lost");
            }
            return text;
        }).iterator();

        Exchange exchange = sendIn("direct:in", any -> failing);

        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        assertThat(caught).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("attribute: the body has failed after 1 items, and cannot be read again");
        assertThat(calls()).isEmpty();
    }

    @Test
    void F91_aStreamThatFailsIsNoShortBody() {
        InputStream failing = new InputStream() {
            private int position;

            @Override
            public int read() throws IOException {
                if (position == A.length()) {
                    throw new IOException("connection lost");
                }
                return A.charAt(position++);
            }
        };

        Exchange exchange = sendIn("direct:in", any -> failing);

        assertThat(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, PersonalizeException.class))
                .hasMessage("attribute: the body is a stream that cannot be read");
        assertThat(calls()).isEmpty();
    }

    @Test
    void F91_aBodyBeyondTheBoundIsRejectedAtTheRedeliveryToo() {
        String large = "\"" + "x".repeat(17 * 1024 * 1024) + "\"";

        for (Form form : List.<Form>of(any -> stream(large), any -> new StringReader(large), any -> List.of(stream(large)))) {
            Exchange exchange = sendIn("direct:in", form);

            assertThat(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, PersonalizeException.class)).hasMessageContaining("is larger than");
        }
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void F91_anEmptyBatchStaysAnEmptyBatch(boolean cached) {
        cacheStreams(cached);
        Exchange exchange = sendIn("direct:in", any -> List.of().iterator());

        assertThat(exchange.getException()).isNull();
        assertThat(calls()).isEmpty();
    }

    private Exchange sendIn(String uri, Form form) {
        try {
            if (context.getRoutesSize() == 0) {
                addRoutes();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return context.createProducerTemplate().send(uri, exchange -> exchange.getMessage().setBody(form.of(exchange)));
    }

    private List<String> keys() {
        return server.state("attributes").stream().map(attribute -> attribute.path("key").asText()).toList();
    }
}
