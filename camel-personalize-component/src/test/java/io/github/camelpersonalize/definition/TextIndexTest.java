// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Which definitions contain a text, wherever it stands in them. */
class TextIndexTest {

    private static final JsonNode ADULTS = json("{\"name\": \"Adults\", \"rules\": [{\"attribute\": \"age\", \"value\": 18}]}");
    private static final JsonNode TEENS = json("{\"name\": \"Teens\", \"rules\": [{\"attribute\": \"age\"}, [\"city\"]]}");

    private final TextIndex index = new TextIndex();

    @BeforeEach
    void addTwo() {
        index.add("u1", ADULTS);
        index.add("u2", TEENS);
    }

    @Test
    void aTextIsFoundAsAValueAtAnyDepthAndAsTheNameOfAMember() {
        assertThat(index.containing(List.of("Adults"))).containsExactly("u1");
        assertThat(index.containing(List.of("city"))).containsExactly("u2");
        assertThat(index.containing(List.of("value"))).containsExactly("u1");
        assertThat(index.containing(List.of("age"))).containsExactly("u1", "u2");
    }

    @Test
    void otherTextsPartsOfTextsAndNumbersAreNotFound() {
        assertThat(index.containing(List.of("Adult", "18", "ADULTS", ""))).isEmpty();
        assertThat(index.containing(List.of())).isEmpty();
    }

    @Test
    void eachDefinitionIsFoundOnceByAnyOfSeveralTexts() {
        assertThat(index.containing(List.of("city", "Adults", "age", "unknown"))).containsExactly("u2", "u1");
    }

    @Test
    void whatWasRemovedIsNotFoundAndTheOthersStay() {
        index.remove("u1", ADULTS);

        assertThat(index.containing(List.of("Adults", "value"))).isEmpty();
        assertThat(index.containing(List.of("age"))).containsExactly("u2");
    }

    @Test
    void whatWasRemovedCanBeAddedAgain() {
        index.remove("u2", TEENS);
        index.add("u2", TEENS);

        assertThat(index.containing(List.of("city"))).containsExactly("u2");
    }
}
