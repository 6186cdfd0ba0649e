// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SegmentStreamTest {

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = {
            "{} > /type must be one of identify, track, page, screen, group, alias",
            "{\"type\": \"delete\"} > /type must be one of identify, track, page, screen, group, alias",
            "{\"type\": \"Track\", \"event\": \"A\"} > /type must be one of identify, track, page, screen, group, alias",
            "{\"type\": 1} > /type must be one of identify, track, page, screen, group, alias",
            "{\"type\": null} > /type must be one of identify, track, page, screen, group, alias",
            "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"} > /type must be one of identify, track, page, screen, group, alias",
            "null > must be an object", "\"track\" > must be an object", "[] > must be an object", "7 > must be an object",
            "{\"type\": \"track\"} > /event must be the name of an event",
            "{\"type\": \"track\", \"event\": null} > /event must be the name of an event",
            "{\"type\": \"track\", \"event\": \" \"} > /event must be the name of an event",
            "{\"type\": \"track\", \"event\": {\"name\": \"A\"}} > /event must be the name of an event",
            "{\"type\": \"identify\", \"traits\": \"none\"} > /traits must be an object",
            "{\"type\": \"identify\", \"traits\": [1]} > /traits must be an object",
            "{\"type\": \"page\", \"context\": {\"traits\": true}} > /context/traits must be an object",
            "{\"batch\": [{\"type\": \"page\"}, {\"type\": \"track\"}]} > /batch/1/event must be the name of an event",
            "{\"batch\": [[]]} > /batch/0 must be an object",
            "{\"batch\": [{\"batch\": []}]} > /batch/0/type must be one of identify, track, page, screen, group, alias",
            "{\"batch\": {}} > /type must be one of identify, track, page, screen, group, alias",
            "{\"type\": \"track\", \"httpPayload\": {\"type\": \"track\"}} > /httpPayload/event must be the name of an event"})
    void whatIsNoMessageOfTheSpecIsRejectedWithThePositionOfTheError(String message, String fault) {
        TestStream stream = TestStream.ofDefaults();

        assertThat(stream.infer(Json.read(message))).isEqualTo(Json.of(fault));
        assertThat(stream.stream.counts()).isEqualTo(new SegmentStream.Counts(0, 1, 0, 0, 0, 0));
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
        Definition fragment = ((Inference.Fragment) stream.stream.infer(Json.read("{\"type\": \"track\", \"event\": \"A\"}"))).manifest();
        List<?> events = (List<?>) fragment.get("events");

        fragment.put("onConflict", "fail");
        events.clear();

        assertThat(stream.track("A")).containsExactly("a");
        assertThatThrownBy(() -> event(stream).put("name", "B")).isInstanceOf(UnsupportedOperationException.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> event(TestStream stream) {
        Inference again = stream.stream.infer(Json.read("{\"type\": \"track\", \"event\": \"A\"}"));
        return ((List<Map<String, Object>>) ((Inference.Fragment) again).manifest().get("events")).get(0);
    }
}
