// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuotedTest {

    @Test
    void untrustedTextIsVisibleAndInQuotes() {
        assertThat(Quoted.of("a\nb\u202e")).isEqualTo("\"a\\nb\\u202e\"");
    }

    @Test
    void moreThanAHundredCharactersAreCutBetweenCharacters() {
        assertThat(Quoted.of("🚀".repeat(100))).isEqualTo("\"" + "🚀".repeat(100) + "\"");
        assertThat(Quoted.of("🚀".repeat(101))).isEqualTo("\"" + "🚀".repeat(100) + "…\"");
    }
}
