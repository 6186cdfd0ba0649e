// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x0A, 0x1B, 0x7F, 0x9B, 0x200B, 0x202E, 0x2028, 0x2029, 0xE000, 0xFEFF, 0xD800, 0xE0041})
    void aCharacterThatCannotBeShownBecomesASpace(int character) {
        assertThat(OneLine.of("a" + Character.toString(character) + "b")).isEqualTo("a b");
        assertThat(OneLine.isUnprintable(character)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe", "עגלה", "🚀", "a  b", "\uFFFD", "\"<&>\\"})
    void whatCanBeReadStays(String text) {
        assertThat(OneLine.of(text)).isEqualTo(text);
        assertThat(text.codePoints()).noneMatch(OneLine::isUnprintable);
    }

    @Test
    void aRunOfThemBecomesOneSpace() {
        assertThat(OneLine.of("\r\na\r\n\u2028b")).isEqualTo(" a b");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertThat(OneLine.of("abc", 3)).isEqualTo("abc");
        assertThat(OneLine.of("abcd", 3)).isEqualTo("abc…");
        assertThat(OneLine.of("ab🚀", 3)).isEqualTo("ab…");
        assertThat(OneLine.message("x".repeat(5000))).isEqualTo("x".repeat(4096) + "…");
    }
}
