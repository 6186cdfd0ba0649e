// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.model.Definition;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest extends EmulatedRoutes {

    private static final String AGE = """
            {"name":"Age","key":"age","data_type":"number"}""";

    /** A bean of a user's own. */
    public record Field(String name, String key, String data_type) {}

    static Stream<Object> bodies() {
        return Stream.of(AGE, new StringBuilder(AGE), AGE.getBytes(UTF_8), new ByteArrayInputStream(AGE.getBytes(UTF_8)),
                new InputStreamCache(AGE.getBytes(UTF_8)), new StringReader(AGE),
                Map.of("name", "Age", "key", "age", "data_type", "number"), json(AGE), Attribute.of("age", "Age", "number"),
                new Field("Age", "age", "number"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyFormOfABodyIsTheSameRequest(Object body) {
        assertThat(definition(send("personalize:attributes?operation=create", body))).containsEntry("key", "age");
        assertThat(json(onlyRequest().body())).isEqualTo(json(AGE));
    }

    @Test
    void membersThatThisComponentDoesNotKnowSurviveAReadAndAWriteBack() {
        emulator().seed(PROJECT,
                """
                        {"audiences": [{"uid": "64c7787b333555469a861224", "name": "Adults", "slug": "adults", "source": {"system": "CDP", "rank": 1.10}}]}""");
        Definition read = definition(send("personalize:audiences?operation=get&key=Adults", null));

        read.put("description", "18 or older");
        Definition written = definition(send("personalize:audiences?operation=update", read));

        assertThat(written).containsEntry("slug", "adults").containsEntry("source", read.get("source")).containsEntry("description",
                "18 or older");
        assertThat(json(emulator().requests("PUT", "/audiences/*").get(0).body()).has("uid")).isFalse();
    }

    @Test
    void aFileOrPathIsABody(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("age.json"), AGE);

        for (Object body : List.of(file, file.toFile())) {
            emulator().reset();
            assertThat(send("personalize:attributes?operation=create", body).getException()).isNull();
            assertThat(json(onlyRequest().body())).isEqualTo(json(AGE));
        }
    }

    @Test
    void aPolledFileIsABodyAndGivesTheCoordinates(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("bad.json"), "{}");
        MockEndpoint refused = context.getEndpoint("mock:refused", MockEndpoint.class);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(PersonalizeRejectedException.class).handled(true).transform(exceptionMessage()).to("mock:refused");
                from("file:" + folder + "?initialDelay=0").to("personalize:events?operation=create");
            }
        });
        refused.expectedBodiesReceived("event: /name is missing; /key is missing (bad.json:1)");

        refused.assertIsSatisfied();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aRedeliveryFindsTheSameBody(Object body) throws Exception {
        emulator().script(Script.on("POST", "/attributes").thenStatuses(429, 429));
        AtomicInteger deliveries = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(PersonalizeUnavailableException.class).maximumRedeliveries(3).redeliveryDelay(0)
                        .onRedelivery(exchange -> deliveries.incrementAndGet());
                from("direct:redelivered").to("personalize:attributes?operation=create");
            }
        });

        Exchange exchange = context.createProducerTemplate().request("direct:redelivered", in -> in.getMessage().setBody(body));

        assertThat(exchange.getException()).isNull();
        assertThat(deliveries).hasValue(2);
        assertThat(emulator().requests()).hasSize(3).extracting(request -> json(request.body())).containsOnly(json(AGE));
    }

    @Test
    void decimalsAndLargeNumbersAreUnharmedBothWays() {
        String rules = """
                {"share":33.333333333333333333,"visits":9007199254740993,"total":123456789012345678901234567890,"price":1.10}""";

        Exchange exchange = send("personalize:audiences?operation=create", "{\"name\":\"Exact\",\"rules\":" + rules + "}");

        assertThat(onlyRequest().body()).contains(rules.substring(1, rules.length() - 1));
        assertThat(exchange.getMessage().getBody(String.class)).contains(rules.substring(1, rules.length() - 1));
        assertThat(definition(exchange).get("rules")).extracting("share").hasToString("33.333333333333333333");
    }

    @Test
    void theAnswerConvertsToItsRecordAndToJson() {
        Exchange exchange = send("personalize:attributes?operation=create", AGE);

        Attribute attribute = exchange.getMessage().getBody(Attribute.class);
        assertThat(attribute.key()).isEqualTo("age");
        assertThat(attribute.dataType()).isEqualTo("number");
        assertThat(attribute.createdAt()).isNotBlank();
        JsonNode tree = exchange.getMessage().getBody(JsonNode.class);
        assertThat(tree.path("uid").textValue()).isEqualTo(attribute.uid());
        assertThat(json(exchange.getMessage().getBody(String.class))).isEqualTo(tree);
        assertThat(json(new String(exchange.getMessage().getBody(byte[].class), UTF_8))).isEqualTo(tree);
        assertThat(exchange.getMessage().getBody(InputStream.class)).hasContent(tree.toString());
    }

    @Test
    void aRecordKeepsTheMembersThatItDoesNotName() {
        Definition definition = new Definition();
        definition.putAll(Map.of("key", "age", "owner", Map.of("team", "CRM")));

        Attribute attribute = context.getTypeConverter().convertTo(Attribute.class, definition);

        assertThat(attribute.other()).isEqualTo(Map.of("owner", Map.of("team", "CRM")));
        assertThat(attribute.toJson()).isEqualTo(json("""
                {"key": "age", "owner": {"team": "CRM"}}"""));
    }

    @Test
    void aListConvertsToJson() {
        send("personalize:attributes?operation=create", AGE);

        Exchange exchange = send("personalize:attributes?operation=list", null);

        assertThat(json(exchange.getMessage().getBody(String.class))).hasSize(1);
    }

    @Test
    void jsonTextConvertsToARecord() {
        assertThat(context.getTypeConverter().convertTo(Attribute.class, AGE).dataType()).isEqualTo("number");
    }

    @Test
    void otherHeadersOfTheMessageStay() {
        Exchange exchange = send("personalize:attributes?operation=create", AGE, Map.of("kafka.KEY", "k1", "breadcrumbId", "b1"));

        assertThat(exchange.getMessage().getHeaders()).containsEntry("kafka.KEY", "k1").containsEntry("breadcrumbId", "b1");
    }

    @Test
    void aFailureLeavesTheBodyAndTellsTheRestInHeaders() {
        String bad = """
                {"name":"Age","key":"age","data_type":"int"}""";

        Exchange exchange = send("personalize:attributes?operation=create", bad, Map.of("kafka.TOPIC", "orders", "kafka.PARTITION", 0,
                "kafka.OFFSET", 1841L));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessage("attribute \"age\": /data_type must"
                + " be one of string, number, boolean, date; it is \"int\" (orders-0@1841)");
        assertThat(exchange.getMessage().getBody()).isEqualTo(bad);
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeOutcome", "REJECTED")
                .containsEntry("CamelPersonalizeRequestCount", 0).doesNotContainKey("CamelPersonalizeStatusCode");
    }
}
