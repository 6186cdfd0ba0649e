// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.lifecycle.Experience.SHAPE;
import static io.github.camelpersonalize.lifecycle.Experience.content;
import static org.assertj.core.api.Assertions.assertThat;

class ItemChangesTest {

    @Test
    void eachVariantThatChangesIsNewOrGoesIsNamed() {
        assertThat(text(new String[]{"A1:a", "B1:b", "C1:c"}, "D1", "A2", "B1"))
                .contains("variants: \"D\" is new, \"A\" changes, \"C\" goes");
    }

    @Test
    void aUidIsNoChange() {
        assertThat(text(new String[]{"A1:a", "B1:b"}, "B1", "A1:z")).isEmpty();
    }

    @Test
    void theFirstVariantsAreNoChange() {
        assertThat(text(new String[0], "A1")).isEmpty();
    }

    @Test
    void theLastVariantGoes() {
        assertThat(text(new String[]{"A1"})).contains("variants: \"A\" goes");
    }

    private static Optional<String> text(String[] before, String... after) {
        return new ItemChanges(SHAPE.items().orElseThrow(), content(null, before), content(null, after)).text();
    }
}
