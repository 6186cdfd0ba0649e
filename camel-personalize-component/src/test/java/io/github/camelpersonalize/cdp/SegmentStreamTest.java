// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SegmentStreamTest {

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = {
            "{} > /type must be one of identify, track, page, screen, group, alias",
            "{\"type\": \"delete\"} > /type must be one of identify, track, page, screen, group, alias",
            "{\"type\": 1} > /type must be one of identify, track, page, screen, group, alias",
            "{\"type\": null} > /type must be one of identify, track, page, screen, group, alias",
            "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"} > /type must be one of identify, track, page, screen, group, alias",
            "null > must be an object", "\"track\" > must be an object", "[] > must be an object", "7 > must be an object",
            "{\"type\": \"track\"} > /event must be the name of an event",
            "{\"type\": \"track\", \"event\": null} > /event must be the name of an event",
            "{\"type\": \"track\", \"event\": \" \"} > /event must be the name of an event",
            "{\"type\": \"track\", \"event\": {\"name\": \"A\"}} > /event must be the name of an event",
            "{\"batch\": [{\"type\": \"page\"}, {\"type\": \"track\"}]} > /batch/1/event must be the name of an event",
            "{\"batch\": [[]]} > /batch/0 must be an object",
            "{\"batch\": [{\"batch\": []}]} > /batch/0/type must be one of identify, track, page, screen, group, alias",
            "{\"batch\": {}} > /type must be one of identify, track, page, screen, group, alias",
            "{\"type\": \"track\", \"httpPayload\": {\"type\": \"track\"}} > /httpPayload/event must be the name of an event"})
    void whatIsNoMessageOfTheSpecIsRejectedWithThePositionOfTheError(String message, String fault) {
        TestStream stream = TestStream.ofDefaults();

        assertThat(stream.infer(Json.read(message))).isEqualTo(Json.of(fault));
        assertThat(stream.stream.counts()).isEqualTo(new SegmentStream.Counts(0, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void nothingIsInferredFromABatchWithAnError() {
        TestStream stream = TestStream.ofDefaults();

        stream.infer(Json.read("{\"batch\": [{\"type\": \"identify\", \"traits\": {\"age\": \"ten\"}}, {\"type\": \"track\"}]}"));

        assertThat(stream.trait("age", "10")).containsExactly("age:number");
        assertThat(stream.listener.events).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = {"{\"type\": \"identify\"}", "{\"type\": \"identify\", \"traits\": null}",
            "{\"type\": \"identify\", \"traits\": []}", "{\"type\": \"identify\", \"context\": []}",
            "{\"type\": \"identify\", \"context\": null}",
            "{\"type\": \"alias\", \"userId\": \"a\", \"previousId\": \"b\"}", "{\"batch\": []}",
            "{\"type\": \"page\", \"name\": \"Home\"}"})
    void nothingMayBeInferredFromAMessage(String message) {
        assertThat(TestStream.ofDefaults().infer(Json.read(message)))
                .isEqualTo(Json.read("{\"attributes\": [], \"events\": [], \"onConflict\": \"skip\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"track", "Track", "TRACK", "tRaCk"})
    void F99_theTypeOfAMessageMayBeInAnyCase(String type) {
        assertThat(TestStream.ofDefaults().keys("{\"type\": \"" + type + "\", \"event\": \"Buy\"}")).containsExactly("buy");
        assertThat(TestStream.ofDefaults().keys("{\"batch\": [{\"type\": \"" + type + "\", \"event\": \"Buy\"}]}")).containsExactly("buy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"none\"", "7", "true", "[1]", "[{\"age\": 1}]", "[]", "{}"})
    void F99_whatStandsWhereContextTraitsOrPropertiesShouldCostsNoEvent(String other) {
        for (String member : List.of("\"context\": " + other, "\"context\": {\"traits\": " + other + "}", "\"traits\": " + other,
                "\"properties\": " + other, "\"integrations\": " + other, "\"timestamp\": " + other, "\"anonymousId\": " + other)) {
            assertThat(TestStream.ofDefaults().keys("{\"type\": \"track\", \"event\": \"Buy\", " + member + "}")).containsExactly("buy");
            assertThat(TestStream.withPages().keys("{\"type\": \"page\", \"name\": \"Home\", " + member + "}"))
                    .containsExactly("viewed_home_page");
        }
    }

    @Test
    void F99_traitsOfAnotherTypeCostNothingElseOfTheirBatch() {
        TestStream stream = TestStream.ofDefaults();

        assertThat(stream.keys("""
                {"batch": [{"type": "identify", "traits": "none"}, {"type": "track", "event": "Buy", "context": {"traits": 7}},
                           {"type": "identify", "traits": ["x"], "context": {"traits": {"age": 1}}}]}""")).containsExactly("age:number",
                "buy");
        assertThat(stream.listener.events).containsExactlyInAnyOrder("ignored traits", "ignored context.traits");
        assertThat(stream.stream.counts()).isEqualTo(new SegmentStream.Counts(1, 0, 1, 1, 0, 0, 0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\": \"track\", \"event\": \"Buy\\ud800\"}", "{\"type\": \"identify\", \"traits\": {\"\\udc00\": 1}}",
            "{\"type\": \"page\", \"name\": \"\\ud83d\"}"})
    void F99_aNameThatCannotBeEncodedIsWithheld(String message) {
        TestStream stream = TestStream.withPages();

        assertThat(stream.infer(Json.parse(message)))
                .isEqualTo(Json.of(Map.of("attributes", List.of(), "events", List.of(), "onConflict", "skip")));
        assertThat(stream.listener.events).singleElement().asString().contains("half a surrogate pair");
        assertThat(stream.stream.counts().withheld()).isEqualTo(1);
    }

    @Test
    void F99_whatIsIgnoredIsToldOnceAndCounted() {
        TestStream stream = TestStream.ofDefaults();

        stream.trait("x", "1");
        for (int i = 0; i < 3; i++) {
            stream.keys("{\"type\": \"group\", \"traits\": 7}");
        }

        assertThat(stream.listener.events).containsExactly("ignored traits");
        assertThat(stream.stream.counts().ignored()).isEqualTo(3);
    }

    @Test
    void aTraitInBothPlacesIsOneAttribute() {
        assertThat(TestStream.ofDefaults().keys("""
                {"type": "identify", "traits": {"age": 3, "plan": "pro"}, "context": {"traits": {"age": 4, "vip": true}}}"""))
                .containsExactly("age:number", "plan:string", "vip:boolean");
    }

    @Test
    void messagesWithTheSameNamesHaveEqualFragmentsInAnyOrder() {
        TestStream stream = TestStream.ofDefaults();
        stream.trait("b", "1");

        assertThat(stream.keys("{\"type\": \"identify\", \"traits\": {\"a\": 1, \"b\": 2, \"c\": 3}}"))
                .isEqualTo(stream.keys("{\"type\": \"identify\", \"traits\": {\"c\": 1, \"a\": 2, \"b\": 3}}"))
                .containsExactly("b:number", "a:number", "c:number");
    }

    @Test
    void membersOfATraitBecomeAttributesWhenTheOptionIsSet() {
        assertThat(TestStream.thatFlattens()
                .keys("""
                        {"type": "identify", "traits": {"address": {"city": "Lisbon", "geo": {"lat": 38.7}, "lines": ["a"]}, "company": {}, "age": 3}}"""))
                .containsExactly("address_city:string", "address_geo_lat:number", "age:number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = {"{\"type\": \"page\", \"name\": \"Home\"} > viewed_home_page",
            "{\"type\": \"screen\", \"name\": \" Feed \"} > viewed_feed_screen", "{\"type\": \"page\"} > viewed_page",
            "{\"type\": \"page\", \"name\": \"\", \"properties\": {\"name\": \"Cart\"}} > viewed_cart_page",
            "{\"type\": \"page\", \"name\": 7} > viewed_page"})
    void pagesBecomeEventsWhenTheOptionIsSet(String message, String key) {
        assertThat(TestStream.withPages().keys(message)).containsExactly(key);
    }

    @Test
    void aFragmentIsTheRoutesToChangeAndItsDefinitionsAreNot() {
        TestStream stream = TestStream.ofDefaults();
        Definition fragment = ((Inference.Fragment) stream.inference("{\"type\": \"track\", \"event\": \"A\"}")).manifest();
        List<?> events = (List<?>) fragment.get("events");

        fragment.put("onConflict", "fail");
        events.clear();

        assertThat(stream.track("A")).containsExactly("a");
        assertThatThrownBy(() -> event(stream).put("name", "B")).isInstanceOf(UnsupportedOperationException.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> event(TestStream stream) {
        Inference again = stream.inference("{\"type\": \"track\", \"event\": \"A\"}");
        return ((List<Map<String, Object>>) ((Inference.Fragment) again).manifest().get("events")).get(0);
    }

    @Test
    void whatHasToBeCountedIsCountedInEachOfManyEqualMessages() {
        TestStream stream = TestStream.ofAtMost(1, 100);

        for (int i = 0; i < 3; i++) {
            assertThat(stream.keys("{\"type\": \"identify\", \"traits\": {\"age\": 7}}")).containsExactly("age:number");
            assertThat(stream.keys("{\"type\": \"identify\", \"traits\": {\"age\": \"seven\"}}")).containsExactly("age:number");
            assertThat(stream.keys("{\"type\": \"identify\", \"traits\": {\"age\": 7, \"plan\": \"pro\"}}")).containsExactly("age:number");
            assertThat(stream.keys("{\"type\": \"track\", \"event\": \"Buy\", \"context\": {\"traits\": 7}}")).containsExactly("buy");
            assertThat(stream.keys("{\"type\": \"track\", \"event\": \"!\"}")).isEmpty();
        }

        assertThat(stream.stream.counts()).isEqualTo(new SegmentStream.Counts(15, 0, 1, 1, 6, 3, 0, 3));
    }

    @Test
    void messagesOfThousandsOfKindsAreToldApart() {
        TestStream stream = TestStream.ofAtMost(2000, 2000);

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1200; i++) {
                assertThat(stream.keys("{\"type\": \"identify\", \"traits\": {\"a\": 7, \"t" + i + "\": \"x\"}}"))
                        .containsExactly("a:number", "t" + i + ":string");
            }
        }

        assertThat(stream.stream.counts()).isEqualTo(new SegmentStream.Counts(2400, 0, 1201, 0, 0, 0, 0, 0));
    }

    @Test
    void fragmentsOfEqualMessagesAreEqualAndEachCanBeChanged() {
        TestStream stream = TestStream.ofDefaults();
        String message = "{\"type\": \"identify\", \"traits\": {\"age\": 7}}";
        stream.keys(message);

        Definition one = ((Inference.Fragment) stream.inference(message)).manifest();
        Definition other = ((Inference.Fragment) stream.inference(message)).manifest();
        ((List<?>) one.get("attributes")).clear();

        assertThat((List<?>) other.get("attributes")).hasSize(1);
        assertThat(stream.keys(message)).containsExactly("age:number");
    }
}
