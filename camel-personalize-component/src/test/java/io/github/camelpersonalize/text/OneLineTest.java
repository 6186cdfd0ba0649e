// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OneLineTest {

    @Test
    void aMessageIsOneVisibleLine() {
        assertThat(OneLine.message("a\r\nb\u2028c")).isEqualTo("a\\u000d\\nb\\u2028c");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertThat(OneLine.cut("abc", 3)).isEqualTo("abc");
        assertThat(OneLine.cut("abcd", 3)).isEqualTo("abc…");
        assertThat(OneLine.cut("ab🚀", 3)).isEqualTo("ab…");
        assertThat(OneLine.message("x".repeat(5000))).isEqualTo("x".repeat(4096) + "…");
    }
}
