// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTest {

    /** The rules are one whole, and the service sets uid and created_at. */
    private static final Shape AUDIENCE = Dialect.CONTRACT.shape(Resource.audiences);

    @Test
    void onlyDesiredMembersCount() {
        assertThat(between("{'name': 'A', 'm': {'a': 1}}", "{'name': 'B', 'm': {'a': 1, 'b': 2}, 'other': 3}")).containsExactly("/name");
    }

    @Test
    void aPointerLeadsToTheInnermostMemberThatDiffers() {
        assertThat(between("{'m': {'a/b': [1, {'c': 2}], 'd': 4}, 'e': 5}", "{'m': {'a/b': [1, {'c': 3}], 'd': 4}, 'e': 6}"))
                .containsExactly("/m/a~1b/1/c", "/e");
    }

    @ParameterizedTest(name = "{0} instead of {1}: {2}")
    @CsvSource(delimiter = '|', value = {"1|1.0|true", "1|1.5|false", "1|'1'|false", "true|true|true", "[1, 2]|[1, 2]|true",
            "[1]|[1, 2]|false",
            "[1]|{}|false", "{}|[1]|false", "{}|1|false", "null|null|true", "null|1|false", "1|null|false"}, quoteCharacter = '"')
    void valuesAreComparedByWhatTheyMean(String desired, String actual, boolean isSame) {
        assertThat(between("{'m': " + desired + "}", "{'m': " + actual + "}")).isEqualTo(isSame ? List.of() : List.of("/m"));
    }

    @Test
    void nullIsDesiredWhereThereIsNoMember() {
        assertThat(between("{'m': null}", "{}")).isEmpty();
        assertThat(between("{'m': 1}", "{}")).containsExactly("/m");
    }

    @Test
    void ofAWholeAllCounts() {
        assertThat(between("{'rules': {'a': {}}}", "{'rules': {'a': {'x': 1}, 'b': 2}}")).containsExactly("/rules/a/x", "/rules/b");
        assertThat(between("{'m': {'rules': {}}}", "{'m': {'rules': {'a': 1}}}")).isEmpty();
    }

    @Test
    void aReplacementChangesAllThatItDoesNotSendButWhatTheServiceSets() {
        String actual = "{'uid': 'u', 'created_at': 'now', 'name': 'A', 'description': 'D', 'm': {'a': 1, 'b': 2}}";

        assertThat(Difference.ofReplacement(read("{'name': 'A', 'm': {'a': 1}, 'n': null}"), read(actual), AUDIENCE))
                .containsExactly("/m/b", "/n", "/description");
        assertThat(Difference.ofReplacement(read("{'name': 'A', 'description': 'D', 'm': {'a': 1, 'b': 2}}"), read(actual), AUDIENCE))
                .isEmpty();
    }

    private static List<String> between(String desired, String actual) {
        return Difference.between(read(desired), read(actual), AUDIENCE);
    }

    private static JsonNode read(String text) {
        return json(text.replace('\'', '"'));
    }
}
