// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class OverlayTest {

    @Test
    void desiredMembersReplaceActualOnesAndTheOthersStayButWhatTheServiceSets() {
        assertThat(overlay(Resource.audiences, "{'name': 'B', 'm': 1, 'n': {'a': 1}}",
                "{'uid': 'u', 'created_at': 'now', 'name': 'A', 'description': 'D', 'm': {'a': 1}, 'n': 2}"))
                .isEqualTo("{'name':'B','description':'D','m':1,'n':{'a':1}}");
    }

    @Test
    void objectsAreLaidOverEachOtherAtAnyDepth() {
        assertThat(overlay(Resource.audiences, "{'m': {'a': {'b': 1}}}", "{'m': {'a': {'b': 2, 'c': 3}, 'd': 4}}"))
                .isEqualTo("{'m':{'a':{'b':1,'c':3},'d':4}}");
    }

    @Test
    void aWholeIsReplacedAndOnlyAtTheTopOneIs() {
        assertThat(overlay(Resource.audiences, "{'rules': {'a': 1}}", "{'rules': {'b': 2}}")).isEqualTo("{'rules':{'a':1}}");
        assertThat(overlay(Resource.audiences, "{'m': {'rules': {'a': 1}}}", "{'m': {'rules': {'b': 2}}}"))
                .isEqualTo("{'m':{'rules':{'b':2,'a':1}}}");
    }

    @Test
    void itemsAreMatchedByNameAndThoseThatAreNotDesiredGo() {
        assertThat(overlay(Resource.audiences, "{'list': [{'name': 'B', 'y': 1}, {'name': 'C'}]}",
                "{'list': [{'name': 'A', 'x': 1}, {'name': 'B', 'x': 2}]}"))
                .isEqualTo("{'list':[{'name':'B','x':2,'y':1},{'name':'C'}]}");
    }

    @Test
    void itemsOfOneNameOrOfNoneAreNotMatched() {
        assertThat(overlay(Resource.audiences, "{'list': [{'name': 'A'}, {'name': 1}, {'y': 1}, 7]}",
                "{'list': [{'name': 'A', 'x': 1}, {'name': 'A', 'x': 2}, {'name': 1, 'x': 3}, {'x': 4}, 8]}"))
                .isEqualTo("{'list':[{'name':'A'},{'name':1},{'y':1},7]}");
    }

    @Test
    void aVariantLosesTheAlternativeOfWhatIsDesired() {
        String actual = "{'variants': [{'name': 'A', 'traffic_percentage': 50, 'x': 1}]}";

        assertThat(overlay(Resource.experiences, "{'variants': [{'name': 'A', 'audience_uid': 'u'}]}", actual))
                .isEqualTo("{'variants':[{'name':'A','x':1,'audience_uid':'u'}]}");
        assertThat(overlay(Resource.experiences, "{'variants': [{'name': 'A', 'audience_uid': null}]}", actual))
                .isEqualTo("{'variants':[{'name':'A','traffic_percentage':50,'x':1,'audience_uid':null}]}");
    }

    @Test
    void whatItIsMadeOfDoesNotChange() {
        JsonNode desired = read("{'m': {'a': 1}, 'list': [{'name': 'A', 'y': 1}]}");
        JsonNode actual = read("{'uid': 'u', 'm': {'b': 2}, 'list': [{'name': 'A', 'x': 1}]}");

        Overlay.of(desired, actual, Dialect.CONTRACT.shape(Resource.audiences));

        assertThat(desired).isEqualTo(read("{'m': {'a': 1}, 'list': [{'name': 'A', 'y': 1}]}"));
        assertThat(actual).isEqualTo(read("{'uid': 'u', 'm': {'b': 2}, 'list': [{'name': 'A', 'x': 1}]}"));
    }

    private static String overlay(Resource resource, String desired, String actual) {
        return Overlay.of(read(desired), read(actual), Dialect.CONTRACT.shape(resource)).toString().replace('"', '\'');
    }

    private static JsonNode read(String text) {
        return json(text.replace('\'', '"'));
    }
}
