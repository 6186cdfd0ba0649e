// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SameJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1                         | 1.0
            100                       | 1e2
            {"a": 1, "b": [2.50, {}]} | {"b": [2.5, {}], "a": 1.0}
            [true, null, "x"]         | [true,null,"x"]
            """)
    void theFormOfNumbersAndTheOrderOfMembersMakeNoDifference(String one, String other) {
        assertThat(SameJson.isSame(Json.read(one), Json.read(other))).isTrue();
        assertThat(SameJson.canonical(Json.read(one))).isEqualTo(SameJson.canonical(Json.read(other)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1              | 2
            1              | "1"
            "1"            | 1
            true           | false
            null           | 0
            [1, 2]         | [2, 1]
            [1]            | [1, 1]
            {"a": 1}       | {"b": 1}
            {"a": {"b": 1}} | {"a": {"b": 2}}
            {"a": null}    | {}
            """)
    void allElseDoes(String one, String other) {
        assertThat(SameJson.isSame(Json.read(one), Json.read(other))).isFalse();
        assertThat(SameJson.canonical(Json.read(one))).isNotEqualTo(SameJson.canonical(Json.read(other)));
    }

    @Test
    void theTextThatAllEqualDocumentsHaveIsOrdered() {
        assertThat(SameJson.canonical(Json.read("{\"b\": [{\"d\": 1.0, \"c\": \"x\"}], \"a\": 10}")))
                .isEqualTo("{\"a\":1E+1,\"b\":[{\"c\":\"x\",\"d\":1}]}");
    }

    @Test
    void theWeightOfATreeIsThatOfItsValuesAndTexts() {
        assertThat(JsonWeight.of(null)).isZero();
        assertThat(JsonWeight.of(Json.read("1"))).isEqualTo(100);
        assertThat(JsonWeight.of(Json.read("\"four\""))).isEqualTo(104);
        assertThat(JsonWeight.of(Json.of(Map.of("a", List.of("four", 1))))).isEqualTo(404);
    }
}
