// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTest {

    @Test
    void aShortValueIsWhole() {
        assertThat(Excerpt.of("short", 5)).isEqualTo(new Excerpt("", "short", "", 0));
    }

    @Test
    void aLongValueIsCut() {
        assertThat(Excerpt.of("longer", 5)).isEqualTo(new Excerpt("", "longe…", "", 6));
    }

    @Test
    void cutsLeaveWhatDiffers() {
        String same = "x".repeat(1_000);

        assertThat(Excerpt.of(same + "old" + same, same + "new" + same, 11)).isEqualTo(new Excerpt("…xxxx", "old", "xxxx…", 2_003));
        assertThat(Excerpt.of("a".repeat(99), "b".repeat(99), 8)).isEqualTo(new Excerpt("", "aaaa…", "", 99));
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Excerpt.of("ab😀cd", 3).text()).isEqualTo("ab…");
        assertThat(Excerpt.of("😀", "😁", 10)).isEqualTo(new Excerpt("", "😀", "", 0));
    }

    @Test
    void aCharacterThatDiffersInItsFirstHalfDiffersAsAWhole() {
        String other = Character.toString(0x1FA00);

        assertThat(Excerpt.of("a😀b", "a" + other + "b", 10)).isEqualTo(new Excerpt("a", "😀", "b", 0));
    }

    @Test
    void whatBothHaveCountsOnce() {
        assertThat(Excerpt.of("aab", "ab", 10)).isEqualTo(new Excerpt("a", "a", "b", 0));
        assertThat(Excerpt.of("ab", "aab", 10)).isEqualTo(new Excerpt("a", "", "b", 0));
        assertThat(Excerpt.of("abc", "abc", 10)).isEqualTo(new Excerpt("abc", "", "", 0));
    }

    @Test
    void aQuarterOnEachSideIsAroundALongDifference() {
        String same = "x".repeat(100);

        assertThat(Excerpt.of(same + "a".repeat(40) + same, same + "b".repeat(40) + same, 20))
                .isEqualTo(new Excerpt("…xxxxx", "aaaaaaaaaa…", "xxxxx…", 240));
        assertThat(Excerpt.of(same + "a" + same, same + "b" + same, 201)).isEqualTo(new Excerpt(same, "a", same, 0));
    }

    @Property(tries = 500, seed = "1")
    void aValueThatIsNotCutIsAllThere(@ForAll @StringLength(max = 20) String value, @ForAll @StringLength(max = 20) String other) {
        assertThat(Excerpt.of(value, other, 20).text()).isEqualTo(value);
    }
}
