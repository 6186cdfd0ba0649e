// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.FaultServer;
import io.github.camelpersonalize.faultserver.RecordedRequest;
import io.github.camelpersonalize.model.Attribute;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The same definition in whatever form Camel carries it, alone or in a batch, sent twice because Camel redelivers it: the bytes are the same. */
class BodyFormFaultsTest extends ServerFaultRoutes {

    private static final String TEXT = """
            {"name": "Größe 🎈", "key": "size", "data_type": "number"}""";

    private static final String OTHER = "{\"key\":\"other\",\"name\":\"Other\",\"data_type\":\"string\"}";

    /** A bean of a route author's own. */
    public record Size(String name, String key, String data_type) {}

    /** A body of some form. */
    interface Form {
        Object of(Exchange exchange, Path folder) throws IOException;
    }

    static Stream<Named<Form>> forms() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("name", "Größe 🎈");
        map.put("key", "size");
        map.put("data_type", "number");
        return Stream.of(Named.of("String", (exchange, folder) -> TEXT),
                Named.of("StringBuilder", (exchange, folder) -> new StringBuilder(TEXT)),
                Named.of("byte[]", (exchange, folder) -> TEXT.getBytes(UTF_8)),
                Named.of("InputStream", (exchange, folder) -> new ByteArrayInputStream(TEXT.getBytes(UTF_8))),
                Named.of("InputStream of a file", (exchange, folder) -> Files.newInputStream(file(folder))),
                Named.of("Reader", (exchange, folder) -> new StringReader(TEXT)),
                Named.of("File", (exchange, folder) -> file(folder).toFile()), Named.of("Path", (exchange, folder) -> file(folder)),
                Named.of("GenericFile", (exchange, folder) -> genericFile(file(folder))),
                Named.of("StreamCache",
                        (exchange, folder) -> exchange.getContext().getTypeConverter().convertTo(StreamCache.class, exchange,
                                new ByteArrayInputStream(TEXT.getBytes(UTF_8)))),
                Named.of("Map", (exchange, folder) -> map), Named.of("JsonNode", (exchange, folder) -> FaultServer.json(TEXT)),
                Named.of("bean", (exchange, folder) -> new Size("Größe 🎈", "size", "number")),
                Named.of("model record", (exchange, folder) -> Attribute.of("size", "Größe 🎈", "number")));
    }

    /** How a batch carries its items. */
    enum Carrier {

        ITSELF, LOOSE_MESSAGE, EXCHANGE;

        Object of(Object item, Exchange batch) {
            if (this == ITSELF) {
                return item;
            }
            Exchange exchange = new DefaultExchange(batch.getContext());
            Message message = this == EXCHANGE ? exchange.getMessage() : new DefaultMessage(batch.getContext());
            message.setBody(item);
            return this == EXCHANGE ? exchange : message;
        }
    }

    static Stream<Arguments> carried() {
        return forms().flatMap(form -> Stream.of(Carrier.values()).map(carrier -> Arguments.of(form, carrier)));
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void aRouteThatRedeliversOnce() throws Exception {
        component().getConfiguration().setMaxRetries(0);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(deadLetterChannel("mock:dead").maximumRedeliveries(1).redeliveryDelay(0).useOriginalMessage());
                from("direct:in").to(CREATE);
                from("file:" + folder.resolve("inbox") + "?initialDelay=0&delay=50").to(CREATE);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void F58_aBodyOfAnyFormIsSentTwiceWithTheSameBytes(Form form) {
        server.on(POST_ATTRIBUTES, Answers.status(421));

        Exchange exchange = sendIn(form);

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CREATED");
        assertThat(calls()).containsExactly(POST_ATTRIBUTES, POST_ATTRIBUTES);
        assertThat(server.recorded()).extracting(RecordedRequest::text).containsOnly(server.recorded().get(0).text());
        assertThat(sent(1)).isEqualTo(FaultServer.json(TEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void F58_aDeadLetterStillHasTheBody(Form form) throws Exception {
        server.always(POST_ATTRIBUTES, Answers.status(421));
        MockEndpoint dead = context.getEndpoint("mock:dead", MockEndpoint.class);
        dead.expectedMessageCount(1);
        dead.whenAnyExchangeReceived(letter -> assertThat(letter.getMessage().getBody()).isNotNull());

        sendIn(form);

        dead.assertIsSatisfied();
        server.behave();
        Object body = dead.getExchanges().get(0).getMessage().getBody();
        assertThat(context.createProducerTemplate().send("direct:in", again -> again.getMessage().setBody(body)).getException()).isNull();
        assertThat(sent(2)).isEqualTo(FaultServer.json(TEXT));
    }

    @Test
    void F58_aFileOfTheFileComponentToo() throws Exception {
        server.on(POST_ATTRIBUTES, Answers.status(421));
        NotifyBuilder done = new NotifyBuilder(context).whenCompleted(1).create();

        ProducerTemplate template = context.createProducerTemplate();
        template.sendBodyAndHeader("file:" + folder.resolve("inbox"), TEXT, Exchange.FILE_NAME, "size.json");

        assertThat(done.matches(10, TimeUnit.SECONDS)).isTrue();
        assertThat(calls()).containsExactly(POST_ATTRIBUTES, POST_ATTRIBUTES);
        assertThat(server.recorded()).extracting(RecordedRequest::text).containsOnly(server.recorded().get(0).text());
        assertThat(sent(1)).isEqualTo(FaultServer.json(TEXT));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("carried")
    void F58_aBatchOfItemsOfAnyFormIsSentTwiceWithTheSameBytes(Form form, Carrier carrier) {
        server.on(POST_ATTRIBUTES, Answers.status(421));

        Exchange exchange = sendBatch(form, carrier);

        assertThat(exchange.getMessage().getBody(String.class)).endsWith("2 items: 2 CREATED");
        List<String> sent = server.recorded().stream().filter(request -> request.toString().equals(POST_ATTRIBUTES))
                .map(RecordedRequest::text).toList();
        assertThat(sent).containsExactly(sent.get(0), sent.get(0), OTHER);
        assertThat(FaultServer.json(sent.get(0))).isEqualTo(FaultServer.json(TEXT));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("carried")
    void F58_aDeadLetterStillHasAllItemsOfABatch(Form form, Carrier carrier) {
        server.always(POST_ATTRIBUTES, Answers.status(421));
        sendBatch(form, carrier);
        Object letter = context.getEndpoint("mock:dead", MockEndpoint.class).getExchanges().get(0).getMessage().getBody();
        server.behave();

        Exchange again = context.createProducerTemplate().send("direct:in", exchange -> exchange.getMessage().setBody(letter));

        assertThat(again.getException()).isNull();
        assertThat(again.getMessage().getBody(String.class)).endsWith("2 items: 2 CREATED");
        assertThat(server.state("attributes").get(0).get("name").textValue()).isEqualTo("Größe 🎈");
    }

    private Exchange sendBatch(Form form, Carrier carrier) {
        return context.createProducerTemplate().send("direct:in", exchange -> exchange.getMessage()
                .setBody(List.of(carrier.of(form.of(exchange, folder), exchange), carrier.of(OTHER, exchange))));
    }

    private Exchange sendIn(Form form) {
        return context.createProducerTemplate().send("direct:in", exchange -> exchange.getMessage().setBody(form.of(exchange, folder)));
    }

    private static GenericFile<File> genericFile(Path path) {
        GenericFile<File> file = new GenericFile<>();
        file.setFile(path.toFile());
        file.setBody(path.toFile());
        file.setFileName(path.getFileName().toString());
        return file;
    }

    private static Path file(Path folder) throws IOException {
        return Files.writeString(folder.resolve("size.json"), TEXT);
    }
}
