// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.nio.charset.Charset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ByteOrderMarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void itSaysInWhichCharsetATextIs(String charset) {
        assertThat(ByteOrderMark.charset("\uFEFFkey".getBytes(Charset.forName(charset)))).isEqualTo(Charset.forName(charset));
        assertThat(ByteOrderMark.charset("\uFEFF".getBytes(Charset.forName(charset)))).isEqualTo(Charset.forName(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "key", "\u00ef\u00bb\u00bf"})
    void aTextWithoutOneSaysNothing(String text) {
        assertThat(ByteOrderMark.charset(text.getBytes(UTF_8))).isNull();
        assertThat(ByteOrderMark.begins(text)).isFalse();
        assertThat(ByteOrderMark.removed(text)).isEqualTo(text);
    }

    @Test
    void aPartOfOneIsNone() {
        assertThat(ByteOrderMark.charset(new byte[]{(byte) 0xEF, (byte) 0xBB})).isNull();
        assertThat(ByteOrderMark.charset(new byte[]{(byte) 0xFE})).isNull();
    }

    @Test
    void onlyTheFirstCharacterIsOne() {
        assertThat(ByteOrderMark.begins("\uFEFFkey")).isTrue();
        assertThat(ByteOrderMark.begins("key\uFEFF")).isFalse();
        assertThat(ByteOrderMark.removed("\uFEFF\uFEFFkey\uFEFF")).isEqualTo("\uFEFFkey\uFEFF");
        assertThat(ByteOrderMark.removed("\uFEFF")).isEmpty();
    }
}
