// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class NaturalKeyTest {

    private static final String TAG = Character.toString(0xE0001);

    @Test
    void attributesAndEventsHaveAKeyAudiencesAndExperiencesAName() {
        assertThat(NaturalKey.of(Resource.attributes, json("{\"key\": \"age\", \"name\": \"Age\"}"))).contains("age");
        assertThat(NaturalKey.of(Resource.audiences, json("{\"key\": \"age\", \"name\": \"Adults\"}"))).contains("Adults");
    }

    @Test
    void whatIsBlankOrNoTextIsNone() {
        assertThat(NaturalKey.of(Resource.attributes, json("{\"key\": \" \"}"))).isEmpty();
        assertThat(NaturalKey.of(Resource.attributes, json("{\"key\": 1}"))).isEmpty();
        assertThat(NaturalKey.of(Resource.project, json("{\"key\": \"age\", \"name\": \"Age\"}"))).isEmpty();
    }

    @Test
    void keysThatPeopleCannotTellApartAreFoldedToOne() {
        assertThat(NaturalKey.folded(" \u00A0ADULTS\u200B\t")).isEqualTo("adults");
        assertThat(NaturalKey.folded("\uFB01ve")).isEqualTo("five");
        assertThat(NaturalKey.folded("E\u0301")).isEqualTo("\u00E9");
    }

    @Test
    void longKeysAreNeitherFoldedNorNormalized() {
        String longest = "E\u0301".repeat(128);

        assertThat(NaturalKey.folded(longest)).isEqualTo("\u00E9".repeat(128));
        assertThat(NaturalKey.folded(longest + "E ")).isEqualTo(longest + "E");
        assertThat(validate(longest)).hasSize(1);
        assertThat(validate(longest + "E")).isEmpty();
    }

    @Test
    void whatCannotBeSeenAtTheEndsOfAKeyIsTrimmed() {
        assertThat(NaturalKey.trimmed(" \u00A0\u0000\uFEFF" + TAG + "a \u200Bb" + TAG + "\u2028\n")).isEqualTo("a \u200Bb");
        assertThat(NaturalKey.trimmed("\uD83D\uDE80" + TAG)).isEqualTo("\uD83D\uDE80");
        assertThat(NaturalKey.trimmed(" " + TAG + " ")).isEmpty();
        assertThat(NaturalKey.trimmed("")).isEmpty();
    }

    @Test
    void aKeyThatLooksLikeAnotherIsAFault() {
        assertThat(validate(" a")).containsExactly(new FieldError("/key", "begins or ends with white space; remove it"));
        assertThat(validate("E\u0301")).containsExactly(new FieldError("/key",
                "is not in Unicode normalization form C; normalize it, or it will differ from a key that looks the same"));
        assertThat(validate("\u00C9 a")).isEmpty();
        assertThat(NaturalKey.validate(Resource.attributes, json("{\"key\": 1}"))).isEmpty();
    }

    private static List<FieldError> validate(String key) {
        return NaturalKey.validate(Resource.attributes, JsonNodeFactory.instance.objectNode().put("key", key));
    }
}
