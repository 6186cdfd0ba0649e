// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class ReplacementTest {

    private static final JsonNode ACTUAL = read("""
            {'uid': 'u1', 'name': 'Adults', 'description': 'D', 'note': 'id1', 'size': 1, 'rules': {'a': 'id1', 'b': [1, 'x']}}""");

    private final Replacement replacement = replacement(
            """
                    {'name': 'Adults', 'description': 'E', 'note': 'ref:attribute/age', 'size': 2, 'rules': {'a': 'ref:attribute/age', 'b': [1, 'id2']}}""");

    @Test
    void aReferenceMayStandForTheUidThatIsThere() {
        assertThat(replacement.pointers()).containsExactly("/description", "/rules/b/1", "/size");
        assertThat(replacement("{'size': 'ref:attribute/age'}").pointers()).containsExactly("/size");
        assertThat(replacement("{'note': 'ref:text/ref:attribute/age'}").pointers()).containsExactly("/note");
    }

    @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /description | 'D'  | 'E'  | true
            /description | 'X'  | 'E'  | false
            /description | 'D'  | 'X'  | false
            /size        | 1.0  | 2.0  | true
            /size        | 1    | 3    | false
            /note        | 'id1' | 'ref:attribute/age' | true
            /note        | 'id1' | 'id1' | true
            /note        | 'id1' | 'id9' | false
            /rules | {'a': 'id1', 'b': [1, 'x']} | {'a': 'ref:attribute/age', 'b': [1, 'id2']} | true
            /rules | {'a': 'id1', 'b': [1, 'x']} | {'a': 'id1', 'b': [1, 'id2']} | true
            /rules | {'a': 'id1', 'b': [1, 'x']} | {'a': 'id1', 'b': [1, 'ref:attribute/age']} | true
            /rules | {'a': 'id1', 'b': [1, 'x']} | {'a': 'id1', 'b': [1, 'ref:attribute/other']} | false
            /rules | {'a': 'id1', 'b': [1, 'x']} | {'a': 'id1', 'b': [1]} | false
            /rules | {'a': 'id1', 'b': [1, 'x']} | {'a': 'id1', 'b': [1, 'id2', 3]} | false
            /rules | {'a': 'id1', 'b': [1, 'x']} | {'a': 'id1', 'b': 1} | false
            /rules | {'a': 'id1', 'b': [1, 'x']} | {'a': 'id1'} | false
            /rules | {'a': 'id1', 'b': [1, 'x']} | {'a': 'id1', 'b': [1, 'id2'], 'c': 1} | false
            /rules | {'a': 'id1', 'b': [1, 'x']} | {'a': 'id1', 'c': [1, 'id2']} | false
            /rules | {'a': 'id1', 'b': [1, 'x']} | 7 | false
            """)
    void whatWasStoredIsComparedWithWhatIsSent(String pointer, String before, String after, boolean isChange) {
        assertThat(replacement.changes(pointer, read(before), read(after))).isEqualTo(isChange);
    }

    @Test
    void aReferenceIsShownOnlyInPlaceOfAUid() {
        Replacement other = replacement("{'note': 'no uid', 'rules': 'ref:attribute/age'}");

        assertThat(other.changes("/note", read("'id1'"), read("'ref:attribute/age'"))).isFalse();
        assertThat(other.changes("/note", read("'id1'"), read("'no uid'"))).isTrue();
    }

    private static Replacement replacement(String desired) {
        return new Replacement(Dialect.CONTRACT, Resource.audiences, read(desired), ACTUAL);
    }

    private static JsonNode read(String text) {
        return json(text.replace('\'', '"'));
    }
}
