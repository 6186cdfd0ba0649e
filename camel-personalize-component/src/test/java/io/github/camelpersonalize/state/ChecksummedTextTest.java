// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.text.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChecksummedTextTest {

    private static final String DOCUMENTS = "\t\"a\\tb\"\t7";

    @Test
    void itIsOneLineWithFormatChecksumAndDocuments() {
        String text = ChecksummedText.of(2, Map.of("of", "tests"), List.of(TextNode.valueOf("a\tb"), IntNode.valueOf(7)));

        assertThat(text).isEqualTo("{\"format\":2,\"of\":\"tests\",\"sha256\":\"" + Sha256.hex(DOCUMENTS) + "\"}" + DOCUMENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aTextOfThisFormatOrAnEarlierOneIsRead(int format) {
        ChecksummedText read = ChecksummedText.read(ChecksummedText.of(format, Map.of("of", "tests"), List.of(IntNode.valueOf(7))), 2);

        assertThat(read.format()).isEqualTo(format);
        assertThat(read.head().path("of").textValue()).isEqualTo("tests");
        assertThat(read.parts()).containsExactly(IntNode.valueOf(7));
    }

    @Test
    void aTextOfANewerVersionIsRejected() {
        String newer = ChecksummedText.of(3, Map.of(), List.of());

        assertThatThrownBy(() -> ChecksummedText.read(newer, 2)).isInstanceOf(JsonException.class)
                .hasMessage("it was written by a newer version of camel-personalize (format 3, this version reads 2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"format\":0,\"sha256\":\"*\"}\t7", "{\"format\":\"1\",\"sha256\":\"*\"}\t7",
            "{\"format\":1}\t7", "{\"format\":1,\"sha256\":\"*\"}\t8", "{\"format\":1,\"sha256\":\"*\"}\t7\t7"})
    void aTextThatIsNotWholeIsRejected(String text) {
        String with = text.replace("*", Sha256.hex("\t7"));

        assertThatThrownBy(() -> ChecksummedText.read(with, 2)).isInstanceOf(JsonException.class).hasMessage("it is cut off or damaged");
    }

    @Test
    void aDocumentThatIsNoJsonIsRejectedThoughItsChecksumFits() {
        String text = "{\"format\":1,\"sha256\":\"" + Sha256.hex("\t{") + "\"}\t{";

        assertThatThrownBy(() -> ChecksummedText.read(text, 2)).isInstanceOf(JsonException.class).hasMessage("it is cut off or damaged");
    }
}
