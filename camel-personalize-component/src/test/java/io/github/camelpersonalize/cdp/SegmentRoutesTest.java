// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.SegmentDataTypeTransformer;
import io.github.camelpersonalize.SegmentOptions;
import io.github.camelpersonalize.StandardError;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code transformDataType("personalize:segment")} in real routes. */
class SegmentRoutesTest {

    private static final String ORDER = """
            {"type": "track", "event": "Order Completed", "context": {"traits": {"plan": "größer"}}}""";
    private static final String ORDER_FRAGMENT = """
            {"attributes": [{"key": "plan", "name": "Plan", "data_type": "string"}],
             "events": [{"key": "order_completed", "name": "Order Completed"}], "onConflict": "skip"}""";
    private static final String AGE = """
            {"type": "identify", "traits": {"age": 7}}""";
    private static final String AGE_FRAGMENT = """
            {"attributes": [{"key": "age", "name": "Age", "data_type": "number"}], "events": [], "onConflict": "skip"}""";

    private static final Map<String, Object> BUY = Map.of("attributes", List.of(), "events", List.of(Map.of("key", "buy", "name", "Buy")),
            "onConflict", "skip");

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    static Stream<Named<Object>> forms() {
        return Stream.of(Named.of("String", ORDER), Named.of("StringBuilder", new StringBuilder(ORDER)),
                Named.of("byte[]", ORDER.getBytes(UTF_8)), Named.of("InputStream", new ByteArrayInputStream(ORDER.getBytes(UTF_8))),
                Named.of("Reader", new StringReader(ORDER)), Named.of("JsonNode", Json.read(ORDER)),
                Named.of("Map",
                        Map.of("type", "track", "event", "Order Completed", "context", Map.of("traits", Map.of("plan", "größer")))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aMessageInAnyFormBecomesItsFragment(Object body) {
        Exchange exchange = transform(body);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isInstanceOf(Map.class);
        assertThat(Json.read(exchange.getMessage().getBody(String.class))).isEqualTo(Json.read(ORDER_FRAGMENT));
    }

    static Stream<Named<Object>> batches() {
        List<String> items = List.of(ORDER, AGE);
        Iterator<String> iterator = items.iterator();
        return Stream.of(Named.of("JSON array", "[" + ORDER + "," + AGE + "]"),
                Named.of("JsonNode", Json.read("[" + ORDER + "," + AGE + "]")),
                Named.of("List", items), Named.of("array", items.toArray()), Named.of("Iterator", iterator),
                Named.of("Iterable", (Iterable<String>) items::iterator));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void aBatchBecomesAListOfFragmentsInItsOrder(Object body) {
        assertThat(transform(body).getMessage().getBody(List.class)).extracting(SegmentRoutesTest::json)
                .containsExactly(Json.read(ORDER_FRAGMENT), Json.read(AGE_FRAGMENT));
    }

    @Test
    void F107_exchangesOfABatchingConsumerKeepTheirBodiesAndTheirCopiesHaveFragmentsAndCoordinates() {
        Exchange first = polled(7, ORDER);
        first.setProperty("kept", "property");
        List<Exchange> batch = List.of(first, polled(8, AGE));

        List<Exchange> transformed = exchanges(transform(batch));

        assertThat(transformed).extracting(item -> item.getMessage().getHeader("kafka.OFFSET") + " " + json(item.getMessage().getBody()))
                .containsExactly("7 " + Json.read(ORDER_FRAGMENT), "8 " + Json.read(AGE_FRAGMENT));
        assertThat(transformed).extracting(Exchange::getExchangeId).isEqualTo(batch.stream().map(Exchange::getExchangeId).toList());
        assertThat(transformed.get(0).getProperties()).containsEntry("kept", "property");
        assertThat(batch).extracting(item -> item.getMessage().getBody()).containsExactly(ORDER, AGE);
        assertThat(first.getProperties()).containsOnlyKeys("kept");
    }

    @Test
    void F107_messagesInAListKeepTheirBodiesToo() {
        Message loose = new DefaultMessage(context);
        loose.setBody(AGE);
        List<Message> batch = List.of(polled(7, ORDER).getMessage(), polled(8, "{}").getMessage(), loose);

        List<?> transformed = transform(batch).getMessage().getBody(List.class);

        assertThat(transformed).extracting(item -> json(((Message) item).getBody())).containsExactly(Json.read(ORDER_FRAGMENT),
                Json.read("""
                        {"fault": "/type must be one of identify, track, page, screen, group, alias"}"""), Json.read(AGE_FRAGMENT));
        assertThat(((Message) transformed.get(0)).getHeader("kafka.OFFSET")).isEqualTo(7L);
        assertThat(batch).extracting(Message::getBody).containsExactly(ORDER, "{}", AGE);
        assertThat(batch.get(0).getExchange().getProperties()).isEmpty();
    }

    @Test
    void F107_anotherBranchHasWhatTheConsumerPolled() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:branches").multicast().to("direct:fragments", "mock:raw");
                from("direct:fragments").transformDataType(SegmentDataTypeTransformer.NAME).to("mock:fragments");
            }
        });

        context.createProducerTemplate().sendBody("direct:branches", List.of(polled(7, ORDER)));

        Exchange raw = context.getEndpoint("mock:raw", MockEndpoint.class).getExchanges().get(0);
        assertThat(exchanges(raw)).extracting(item -> item.getMessage().getBody()).containsExactly(ORDER);
        Exchange fragments = context.getEndpoint("mock:fragments", MockEndpoint.class).getExchanges().get(0);
        assertThat(exchanges(fragments)).extracting(item -> json(item.getMessage().getBody())).containsExactly(Json.read(ORDER_FRAGMENT));
    }

    @Test
    void aWrongItemIsMarkedAndTheOthersGoOnAndTheBodiesAreKept() {
        List<Exchange> batch = List.of(polled(7, "{\"type\": \"order\"}"), polled(8, AGE), polled(9, "{not JSON"));

        Exchange exchange = transform(batch);

        assertThat(exchange.getException()).isNull();
        List<Exchange> transformed = exchanges(exchange);
        assertThat(transformed).extracting(item -> json(item.getMessage().getBody())).containsExactly(
                Json.read("{\"fault\": \"/type must be one of identify, track, page, screen, group, alias\"}"), Json.read(AGE_FRAGMENT),
                Json.read("{\"fault\": \"Unexpected character ('n' (code 110)): was expecting double-quote to start field name"
                        + " at line 1, column 2\"}"));
        assertThat(transformed).extracting(item -> item.getProperty(SegmentDataTypeTransformer.ORIGINAL_BODY))
                .containsExactly("{\"type\": \"order\"}", AGE, "{not JSON");
        assertThat(transformed).extracting(item -> item.getMessage().getHeader("kafka.OFFSET")).containsExactly(7L, 8L, 9L);
    }

    @SuppressWarnings("unchecked")
    private static List<Exchange> exchanges(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }

    @Test
    void aWrongItemOfAnArrayIsMarkedInItsPlace() {
        assertThat(transform("[" + AGE + ", null, 7]").getMessage().getBody(List.class)).extracting(SegmentRoutesTest::json)
                .containsExactly(Json.read(AGE_FRAGMENT), Json.read("{\"fault\": \"must be an object\"}"),
                        Json.read("{\"fault\": \"must be an object\"}"));
    }

    @Test
    void aWrongMessageIsRefusedWithItsCoordinatesAndKeepsItsBody() throws Exception {
        addRoute(context);

        Exchange exchange = context.createProducerTemplate().send("direct:cdp", sent -> {
            sent.getMessage().setBody("{\"type\": \"track\"}");
            sent.getMessage().setHeaders(kafka(41));
        });

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class, e -> {
            assertThat(e).hasMessage("no message of the Segment spec: /event must be the name of an event (cdp-2@41)");
            assertThat(e.getCoordinates()).hasToString("cdp-2@41");
            assertThat(e.getFieldErrors()).containsExactly(new FieldError("/event", "must be the name of an event"));
            assertThat(e.getOutcome()).isEqualTo(Outcome.REJECTED);
        });
        assertThat(exchange.getMessage().getBody()).isEqualTo("{\"type\": \"track\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = {"`` > the text is empty", "order > Unrecognized token 'order'",
            "{\"type\": \"page\"} {} > there is more after the end of the JSON document at line 1, column 18",
            "\ufeff{} > the text begins with a byte order mark", "{\"type\": \"page\", \"name\": NaN} > Non-standard token 'NaN'"})
    void F15_aTextThatIsNotOneJsonDocumentIsTheMessagesFault(String text, String fault) {
        assertRejected(text, fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"properties\": {\"note\": \"\\ud83d\"}", "\"properties\": {\"\\udc00\": 1}", "\"messageId\": \"\\ud83d\"",
            "\"context\": {\"page\": {\"title\": \"a\\ud83d\"}, \"traits\": {\"tags\": [\"\\ud83d\"]}}"})
    void F99_aBadValueThatNobodyUsesCostsNothing(String member) {
        String message = "{\"type\": \"track\", \"event\": \"Buy\", " + member + "}";

        assertThat(transform(message).getMessage().getBody(Map.class)).isEqualTo(BUY);
        assertThat(transform("[" + message + "]").getMessage().getBody(List.class)).containsExactly(BUY);
        assertThat(transform("{\"batch\": [" + message + "]}").getMessage().getBody(Map.class)).isEqualTo(BUY);
    }

    @ParameterizedTest
    @MethodSource
    void F99_neitherDoesAValueOfJavaThatJsonCannotSay(Object value) {
        Map<String, Object> message = Map.of("type", "track", "event", "Buy", "properties", Map.of("rate", value));

        assertThat(transform(message).getMessage().getBody(Map.class)).isEqualTo(BUY);
        assertThat(transform(List.of(message)).getMessage().getBody(List.class)).containsExactly(BUY);
    }

    static List<Object> F99_neitherDoesAValueOfJavaThatJsonCannotSay() {
        return List.of(Double.NaN, Float.NEGATIVE_INFINITY, List.of(Double.NaN), "\ud83d", new byte[]{1});
    }

    @Test
    void F99_theTypeOfATraitIsInferredFromAValueThatCannotBeWritten() {
        Map<String, Object> message = Map.of("type", "identify", "traits", Map.of("nick", "a\ud83d"));

        assertThat(json(transform(message).getMessage().getBody())).isEqualTo(Json.read("""
                {"attributes": [{"key": "nick", "name": "Nick", "data_type": "string"}], "events": [], "onConflict": "skip"}"""));
    }

    @Test
    void F16_whatIsTooDeepIsTheMessagesFault() {
        assertRejected("{\"type\": \"identify\", \"traits\": " + "{\"a\":".repeat(200) + "1" + "}".repeat(201),
                "Document nesting depth (101) exceeds the maximum allowed");
    }

    @Test
    void F17_aMemberThatIsThereTwiceIsTheMessagesFault() {
        assertRejected("{\"type\": \"identify\", \"traits\": {\"age\": 7, \"age\": \"seven\"}}", "Duplicate field 'age'");
    }

    @Test
    void whatHasNoBodyStaysSo() {
        List<Exchange> batch = List.of(polled(7, null), polled(8, AGE));

        assertThat(transform(null).getMessage().getBody()).isNull();
        transform(batch);
        assertThat(batch.get(0).getMessage().getBody()).isNull();
    }

    @Test
    void optionsComeFromTheBeanInTheRegistry() {
        SegmentOptions options = new SegmentOptions();
        options.setAttributeKeys(KeyStyle.snake_case);
        options.setEventKeys(KeyStyle.as_is);
        options.setFlattenTraits(true);
        options.setPageEvents(true);
        options.setExcludeTraits("email");
        options.setIncludeEvents("*Home*");
        context.getRegistry().bind("segment", options);

        Exchange exchange = transform("""
                {"type": "page", "name": "Home", "context": {"traits": {"address": {"zipCode": "1"}, "email": "a@example.com"}}}""");

        assertThat(json(exchange.getMessage().getBody())).isEqualTo(Json.read("""
                {"attributes": [{"key": "address_zip_code", "name": "Address Zip Code", "data_type": "string"}],
                 "events": [{"key": "Viewed Home Page", "name": "Viewed Home Page"}], "onConflict": "skip"}"""));
    }

    @Test
    void optionsComeFromProperties() throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.beans.segment", "#class:io.github.camelpersonalize.SegmentOptions");
        main.addInitialProperty("camel.beans.segment.attribute-keys", "snake_case");
        main.addInitialProperty("camel.beans.segment.exclude-traits", "email, phone");
        main.addInitialProperty("camel.beans.segment.max-attributes", "1");
        main.configure().addRoutesBuilder(route());
        main.start();
        try {
            Exchange exchange = send(main.getCamelContext(),
                    "{\"type\": \"identify\", \"traits\": {\"email\": \"e\", \"zipCode\": 1, \"age\": 2}}");

            assertThat(json(exchange.getMessage().getBody()).at("/attributes")).isEqualTo(Json.read("""
                    [{"key": "zip_code", "name": "Zip Code", "data_type": "number"}]"""));
        } finally {
            main.stop();
        }
    }

    @Test
    void twoBeansOfOptionsAreRefusedWhenTheRouteStarts() {
        context.getRegistry().bind("one", new SegmentOptions());
        context.getRegistry().bind("two", new SegmentOptions());

        assertThatThrownBy(() -> addRoute(context))
                .hasRootCauseMessage("personalize:segment: there are 2 beans of type SegmentOptions, which is"
                        + " ambiguous; keep one, and bind a transformer of another name for a second stream");
    }

    @ParameterizedTest
    @CsvSource({"-1", "10001"})
    void aCeilingOutOfBoundsIsRefusedWhenTheRouteStarts(int most) {
        SegmentOptions options = new SegmentOptions();
        options.setMaxEvents(most);
        context.getRegistry().bind("segment", options);

        assertThatThrownBy(() -> addRoute(context))
                .hasRootCauseMessage("SegmentOptions: maxEvents must be from 0 to 10000, but is " + most);
    }

    @Test
    void aSecondStreamHasATransformerOfItsOwn() throws Exception {
        SegmentOptions orders = new SegmentOptions();
        orders.setIncludeTraits("");
        context.getRegistry().bind("personalize:orders", new SegmentDataTypeTransformer(context, "personalize:orders", orders));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:orders").transformDataType("personalize:orders");
            }
        });

        Exchange exchange = context.createProducerTemplate().send("direct:orders", sent -> sent.getMessage().setBody(ORDER));

        assertThat(json(exchange.getMessage().getBody()).at("/attributes")).isEmpty();
        assertThat(json(transform(ORDER).getMessage().getBody()).at("/attributes")).hasSize(1);
    }

    @Test
    void routesOfOneContextShareAStreamAndContextsDoNot() throws Exception {
        transform("{\"type\": \"identify\", \"traits\": {\"age\": \"seven\"}}");
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            other.start();
            addRoute(other);

            assertThat(json(transform(AGE).getMessage().getBody()).at("/attributes/0/data_type").asText()).isEqualTo("string");
            assertThat(json(send(other, AGE).getMessage().getBody()).at("/attributes/0/data_type").asText()).isEqualTo("number");
        }
    }

    @Test
    void twoTransformersOfTheSameNameShareTheStream() throws Exception {
        SegmentDataTypeTransformer first = new SegmentDataTypeTransformer(context, "personalize:orders", new SegmentOptions());
        SegmentDataTypeTransformer second = new SegmentDataTypeTransformer(context, "personalize:orders", new SegmentOptions());
        first.start();
        second.start();

        first.transform(polled(7, AGE).getMessage(), null, null);

        assertThat(second.getCounts()).isEqualTo(new SegmentStream.Counts(1, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void whatHappenedIsCounted() {
        transform(List.of(AGE, ORDER, "{\"type\": \"identify\", \"traits\": {\"age\": true}}", "{}", "{not JSON"));

        SegmentDataTypeTransformer transformer = (SegmentDataTypeTransformer) context.getTransformerRegistry()
                .resolveTransformer(new TransformerKey(SegmentDataTypeTransformer.NAME));
        assertThat(transformer.getCounts()).isEqualTo(new SegmentStream.Counts(3, 2, 2, 1, 0, 1, 0, 0));
    }

    @Test
    void whatPeopleShouldLookAtIsOneLineOfTheLog() throws Exception {
        SegmentOptions options = new SegmentOptions();
        options.setMaxEvents(1);
        context.getRegistry().bind("segment", options);

        String log = StandardError.of(() -> transform(List.of(AGE, "{\"type\": \"identify\", \"traits\": {\"age\": \"secret\"}}", ORDER,
                "{\"type\": \"track\", \"event\": \"Oder\\nCompleted\"}", "{\"type\": \"identify\", \"traits\": {\"Age\": 8}}")));

        assertThat(log.lines()).hasSize(3).satisfiesExactly(
                line -> assertThat(line)
                        .endsWith("personalize:segment: the attribute \"age\" keeps the type number; a message has a value of type string"),
                line -> assertThat(line).endsWith("personalize:segment: the event \"Oder\\nCompleted\" is withheld: maxEvents"
                        + " allows 1; raise it, or exclude the name if it is a mistake"),
                line -> assertThat(line).endsWith(
                        "personalize:segment: \"Age\" and \"age\" are one attribute, \"age\""));
    }

    private void assertRejected(String text, String fault) {
        Exchange exchange = transform(text);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageStartingWith("no message of the Segment spec: " + fault);
        assertThat(exchange.getMessage().getBody()).isEqualTo(text);
    }

    private Exchange transform(Object body) {
        if (context.getRoutes().isEmpty() || context.hasEndpoint("direct:cdp") == null) {
            addRoute(context);
        }
        return send(context, body);
    }

    private static Exchange send(CamelContext context, Object body) {
        return context.createProducerTemplate().send("direct:cdp", exchange -> exchange.getMessage().setBody(body));
    }

    private static void addRoute(DefaultCamelContext context) {
        try {
            context.addRoutes(route());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static RouteBuilder route() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:cdp").transformDataType("personalize:segment");
            }
        };
    }

    private Exchange polled(long offset, String body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeaders(kafka(offset));
        return exchange;
    }

    private static Map<String, Object> kafka(long offset) {
        return new HashMap<>(Map.of("kafka.TOPIC", "cdp", "kafka.PARTITION", 2, "kafka.OFFSET", offset));
    }

    private static JsonNode json(Object body) {
        return Json.of(body);
    }
}
