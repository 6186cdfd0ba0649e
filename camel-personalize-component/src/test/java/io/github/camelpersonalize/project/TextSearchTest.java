// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.Growth;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which definitions may use one that is to be deleted. */
class TextSearchTest {

    private static JsonNode audience(int number, String used) {
        return Json.read("{\"uid\": \"u%d\", \"name\": \"Audience %d\", \"rules\": {\"any\": [\"%s\"]}}".formatted(number, number, used));
    }

    private static DefinitionIndex audiences(int number) {
        return DefinitionIndex.of(Dialect.CONTRACT, Resource.audiences,
                IntStream.range(0, number).mapToObj(i -> audience(i, "a" + i)).toList());
    }

    private static List<String> found(DefinitionIndex index, String text) {
        return index.mayContain(List.of(text)).stream().map(definition -> definition.path("uid").textValue()).toList();
    }

    @Test
    void afterTheFirstSearchOnlyThoseAreLookedAtThatHaveTheText() {
        DefinitionIndex index = audiences(3);

        assertThat(found(index, "a1")).containsExactly("u0", "u1", "u2");
        assertThat(found(index, "a1")).containsExactly("u1");
        assertThat(found(index, "rules")).containsExactly("u0", "u1", "u2");
        assertThat(found(index, "a9")).isEmpty();
    }

    @Test
    void whatIsWrittenAndDeletedSinceIsFoundAsItIs() {
        DefinitionIndex index = audiences(3);
        found(index, "a1");
        found(index, "a1");

        index.written(audience(1, "a2"), 1, 2);
        index.deleted("u2", 3, 4);
        index.written(audience(4, "a2"), 5, 6);

        assertThat(found(index, "a1")).isEmpty();
        assertThat(found(index, "a2")).containsExactly("u1", "u4");
    }

    @Test
    void F116_aBatchOfDeletionsGrowsWithItsLengthAndNotWithThatOfTheLists() {
        assertThat(Growth.ofFourTimes(1_000, size -> {
            DefinitionIndex index = audiences(size);
            IntStream.range(0, size).forEach(i -> found(index, "a" + i));
        })).isLessThan(Growth.LINEARITHMIC);
    }
}
