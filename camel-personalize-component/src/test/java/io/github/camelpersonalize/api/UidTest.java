// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UidTest {

    private static final String LONGEST = "a".repeat(128);

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "-", "_", "~", "a.", ".a", "64c7787b333555469a861224"})
    void lettersDigitsAndSomeMarksAreLegal(String text) {
        assertThat(Uid.isLegal(text)).isTrue();
        assertThat(new Uid(text)).hasToString(text);
        assertThat(new Uid(text).encoded()).isEqualTo(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "..", "a/b", "a b", "a%", "é", "`", "{", "@", "[", "/", ":", "a\n"})
    void anythingElseIsNot(String text) {
        assertThat(Uid.isLegal(text)).isFalse();
        assertThatThrownBy(() -> new Uid(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots");
    }

    @Test
    void itHas128CharactersAtMost() {
        assertThat(Uid.isLegal(LONGEST)).isTrue();
        assertThat(Uid.isLegal(LONGEST + "a")).isFalse();
    }

    @Test
    void aDefinitionMayHaveALegalUid() {
        assertThat(Uid.of(json("{\"uid\": \"u1\"}"))).contains(new Uid("u1"));
        assertThat(Uid.of(json("{\"uid\": \"a/b\"}"))).isEmpty();
        assertThat(Uid.of(json("{\"uid\": 1}"))).isEmpty();
        assertThat(Uid.of(json("{}"))).isEmpty();
    }
}
