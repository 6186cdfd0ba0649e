// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonPointerTest {

    @Test
    void namesAreEscaped() {
        assertThat(JsonPointer.of("a/b~c")).isEqualTo("/a~1b~0c");
        assertThat(JsonPointer.of(List.of("rules", "0", "~1"))).isEqualTo("/rules/0/~01");
        assertThat(JsonPointer.of(List.of())).isEmpty();
    }

    @Test
    void namesAreReadBack() {
        List<String> names = List.of("a/b~c", "", "~1", "0");

        assertThat(JsonPointer.names(JsonPointer.of(names))).isEqualTo(names);
        assertThat(JsonPointer.names("")).isEmpty();
    }
}
