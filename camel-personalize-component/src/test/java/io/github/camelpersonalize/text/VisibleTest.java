// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTest {

    @Test
    void whatPeopleCanReadStaysAsItIs() {
        assertThat(Visible.text("Größe, עגלה, 👩‍🚀, می‌خواهم, a  b, \uFFFD, \"<&>\\"))
                .isEqualTo("Größe, עגלה, 👩‍🚀, می‌خواهم, a  b, \uFFFD, \"<&>\\");
    }

    @ParameterizedTest
    @CsvSource({"1b, \\u001b", "9b, \\u009b", "202e, \\u202e", "2066, \\u2066", "200b, \\u200b", "2028, \\u2028", "feff, \\ufeff",
            "0, \\u0000", "7f, \\u007f", "2029, \\u2029", "e000, \\ue000", "d800, \\ud800", "e0041, \\udb40\\udc41", "a, \\n"})
    void whatCannotBeSeenIsWritten(String character, String written) {
        assertThat(Visible.text("a" + Character.toString(Integer.parseInt(character, 16)) + "b")).isEqualTo("a" + written + "b");
    }
}
