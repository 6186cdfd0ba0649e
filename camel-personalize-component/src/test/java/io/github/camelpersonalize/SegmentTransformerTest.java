// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.cdp.SegmentStream;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Messages of customer data become fragments of manifests, one by one and in batches. */
class SegmentTransformerTest {

    private static final String AGE = """
            {"type": "identify", "traits": {"age": 7}}""";
    private static final JsonNode FRAGMENT = Json.read("""
            {"attributes": [{"key": "age", "name": "Age", "data_type": "number"}], "events": [], "onConflict": "skip"}""");
    private static final JsonNode FAULT = Json.read("""
            {"fault": "/type must be one of identify, track, page, screen, group, alias"}""");

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final SegmentDataTypeTransformer transformer = new SegmentDataTypeTransformer(context, "personalize:test",
            new SegmentOptions());

    @BeforeEach
    void start() {
        context.start();
        transformer.start();
    }

    @AfterEach
    void stop() {
        transformer.stop();
        context.stop();
    }

    private Exchange exchange(Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader("kept", body);
        return exchange;
    }

    private Object transform(Object body) throws PersonalizeRejectedException {
        Message message = exchange(body).getMessage();
        transformer.transform(message, null, null);
        return message.getBody();
    }

    private List<?> transformAll(Object body) throws PersonalizeRejectedException {
        return (List<?>) transform(body);
    }

    private static JsonNode json(Object body) {
        return Json.of(body);
    }

    @Test
    void aMessageBecomesItsFragmentAndIsCounted() throws Exception {
        assertThat(json(transform(AGE))).isEqualTo(FRAGMENT);
        assertThat(transformer.getCounts()).isEqualTo(new SegmentStream.Counts(1, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aMessageWithoutABodyStaysAsItIs() throws Exception {
        assertThat(transform(null)).isNull();
        assertThat(transformer.getCounts()).isEqualTo(new SegmentStream.Counts(0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void anyOtherMessageIsRejectedWithWhereItCameFrom() {
        Message message = exchange("{}").getMessage();
        message.setHeaders(Map.of("kafka.TOPIC", "cdp", "kafka.PARTITION", 2, "kafka.OFFSET", 41L));

        PersonalizeRejectedException thrown = catchThrowableOfType(PersonalizeRejectedException.class,
                () -> transformer.transform(message, null, null));

        assertThat(thrown).hasMessage("no message of the Segment spec: /type must be one of identify, track, page, screen, group, alias"
                + " (cdp-2@41)");
        assertThat(thrown.getKind()).isEqualTo("message");
        assertThat(thrown.getCode()).isEqualTo("INVALID");
        assertThat(thrown.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(thrown.getCoordinates()).isEqualTo(Coordinates.kafka("cdp", 2, 41));
        assertThat(thrown.getFieldErrors())
                .containsExactly(new FieldError("/type", "must be one of identify, track, page, screen, group, alias"));
        assertThat(message.getBody()).isEqualTo("{}");
    }

    @Test
    void oneOfUnknownOriginToo() {
        assertThatThrownBy(() -> transform("{}")).hasMessage(
                "no message of the Segment spec: /type must be one of identify, track, page, screen, group, alias");
    }

    @Test
    void theItemsOfABatchBecomeFragmentsOrFaults() throws Exception {
        assertThat(transformAll("[" + AGE + ", {}]")).extracting(SegmentTransformerTest::json).containsExactly(FRAGMENT, FAULT);
        assertThat(transformAll(List.of(AGE, "{}"))).extracting(SegmentTransformerTest::json).containsExactly(FRAGMENT, FAULT);
        assertThat(transformAll(new Object[]{AGE})).extracting(SegmentTransformerTest::json).containsExactly(FRAGMENT);
        assertThat(transformAll(List.of())).isEmpty();
        assertThat(transformer.getCounts()).isEqualTo(new SegmentStream.Counts(3, 2, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aTextThatIsNoJsonIsAFaultOfItsItem() throws Exception {
        assertThat(transformAll(List.of("{not JSON", AGE))).extracting(SegmentTransformerTest::json).containsExactly(
                Json.read("{\"fault\": \"Unexpected character ('n' (code 110)): was expecting double-quote to start field name at line 1,"
                        + " column 2\"}"),
                FRAGMENT);
        assertThat(transformer.getCounts().rejected()).isEqualTo(1);
    }

    @Test
    void exchangesAreCopiedAndKeepTheirBodyAsAProperty() throws Exception {
        Exchange first = exchange(AGE);
        first.setProperty("property", "kept");

        Exchange copy = (Exchange) transformAll(List.of(first)).get(0);

        assertThat(json(copy.getMessage().getBody())).isEqualTo(FRAGMENT);
        assertThat(copy.getMessage().getHeaders()).isEqualTo(Map.of("kept", AGE));
        assertThat(copy.getAllProperties()).containsEntry("property", "kept").containsEntry(SegmentDataTypeTransformer.ORIGINAL_BODY, AGE);
        assertThat(copy.getExchangeId()).isEqualTo(first.getExchangeId());
        assertThat(first.getMessage().getBody()).isEqualTo(AGE);
        assertThat(first.getProperty(SegmentDataTypeTransformer.ORIGINAL_BODY)).isNull();
    }

    @Test
    void messagesAreCopiedWithTheirExchange() throws Exception {
        Message first = exchange(AGE).getMessage();

        Message copy = (Message) transformAll(List.of(first)).get(0);

        assertThat(json(copy.getBody())).isEqualTo(FRAGMENT);
        assertThat(copy.getHeaders()).isEqualTo(Map.of("kept", AGE));
        assertThat(copy.getExchange().getProperty(SegmentDataTypeTransformer.ORIGINAL_BODY)).isEqualTo(AGE);
        assertThat(first.getBody()).isEqualTo(AGE);
        assertThat(first.getExchange().getProperty(SegmentDataTypeTransformer.ORIGINAL_BODY)).isNull();
    }

    @Test
    void aMessageWithoutAnExchangeIsCopiedAlone() throws Exception {
        Message loose = new DefaultMessage(context);
        loose.setBody(AGE);
        loose.setHeader("kept", "too");

        Message copy = (Message) transformAll(List.of(loose)).get(0);

        assertThat(copy).isNotSameAs(loose);
        assertThat(json(copy.getBody())).isEqualTo(FRAGMENT);
        assertThat(copy.getHeaders()).isEqualTo(Map.of("kept", "too"));
        assertThat(loose.getBody()).isEqualTo(AGE);
    }

    @Test
    void itemsWithoutABodyStayAndABatchOfSuchIsTheSame() throws Exception {
        Exchange empty = exchange(null);
        Message nothing = exchange(null).getMessage();
        List<Object> batch = List.of(empty, nothing);
        assertThat(transform(batch)).isSameAs(batch);

        List<?> mixed = transformAll(List.of(empty, exchange(AGE), nothing));
        assertThat(mixed.get(0)).isSameAs(empty);
        assertThat(json(((Exchange) mixed.get(1)).getMessage().getBody())).isEqualTo(FRAGMENT);
        assertThat(mixed.get(2)).isSameAs(nothing);
    }

    @Test
    void theTransformerOfTheContextHasTheOptionsOfTheRegistry() throws Exception {
        SegmentOptions options = new SegmentOptions();
        options.setDialect("live");
        context.getRegistry().bind("segment", options);

        assertThat(transformedBy(named("personalize:segment"))).isEqualTo(Json.read("""
                {"attributes": [{"key": "age", "name": "Age"}], "events": [], "onConflict": "skip"}"""));
    }

    @Test
    void orTheDefaults() throws Exception {
        assertThat(transformedBy(named("personalize:segment"))).isEqualTo(FRAGMENT);
    }

    @Test
    void moreThanOneBeanOfOptionsIsAmbiguous() {
        context.getRegistry().bind("one", new SegmentOptions());
        context.getRegistry().bind("two", new SegmentOptions());

        assertThatThrownBy(() -> transformedBy(named("personalize:segment"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:segment: there are 2 beans of type SegmentOptions, which is ambiguous; keep one, and bind a"
                        + " transformer of another name for a second stream");
    }

    private SegmentDataTypeTransformer named(String name) {
        SegmentDataTypeTransformer plain = new SegmentDataTypeTransformer();
        plain.setCamelContext(context);
        plain.setName(name);
        return plain;
    }

    private JsonNode transformedBy(SegmentDataTypeTransformer other) throws PersonalizeRejectedException {
        Message message = exchange(AGE).getMessage();
        other.start();
        other.transform(message, null, null);
        return json(message.getBody());
    }
}
