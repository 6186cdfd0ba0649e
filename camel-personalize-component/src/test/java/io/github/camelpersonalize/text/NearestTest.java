// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NearestTest {

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({"cart, car", "car, cart", "art, cart", "cat, cut", "act, cat", "cta, cat", "crat, cart"})
    void aCharacterAddedLeftOutReplacedOrSwappedWithItsNeighbourIsOneChange(String word, String meant) {
        assertThat(Nearest.of(word, List.of(meant))).contains(meant);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"aXcdY, abcde", "cow, cat", "c, cat", "catch, cat", "tac, cat", "'', ab", "xy, ab"})
    void aWordThatDiffersInMoreThanAThirdIsAnother(String word, String other) {
        assertThat(Nearest.of(word, List.of(other))).isEmpty();
        assertThat(Nearest.of(other, List.of(word))).isEmpty();
    }

    @ParameterizedTest(name = "{0} means {1}: {2}")
    @CsvSource({"aXcdeY, abcdef, true", "XbYdeZ, abcdef, false", "XbYdefghZ, abcdefghi, true", "XYcdeZghW, abcdefghi, false",
            "XYcdefghijklmnopqZ, abcdefghijklmnopqr, true", "XYcdefghijklmnopZW, abcdefghijklmnopqr, false"})
    void aThirdOfTheCharactersMayDifferAndThreeAtMost(String word, String known, boolean isNear) {
        assertThat(Nearest.of(word, List.of(known)).isPresent()).isEqualTo(isNear);
    }

    @Test
    void caseDashesUnderscoresSpacesAndInvisibleCharactersDoNotCount() {
        assertThat(Nearest.of(" auth_TO-KEN\u200B", List.of("authToken"))).contains("authToken");
    }

    @Test
    void theNearestIsMeantAndAmongEqualsTheFirstInTheAlphabet() {
        assertThat(Nearest.of("upserd", List.of("upsort", "upsert"))).contains("upsert");
        assertThat(Nearest.of("bat", List.of("hat", "cat", "rat"))).contains("cat");
    }

    @Test
    void nothingIsMeantByNoWordOrByALongOne() {
        String longest = "x".repeat(100);

        assertThat(Nearest.of(null, List.of("create"))).isEmpty();
        assertThat(Nearest.of("create", List.of())).isEmpty();
        assertThat(Nearest.of(longest, List.of(longest))).contains(longest);
        assertThat(Nearest.of(longest + "x", List.of(longest))).isEmpty();
    }

    @Test
    void theQuestionNamesTheWordThatMayBeMeant() {
        assertThat(Nearest.question("upsertt", List.of("create", "upsert"))).isEqualTo(" (did you mean \"upsert\"?)");
        assertThat(Nearest.question("anything", List.of("create", "upsert"))).isEmpty();
    }
}
