// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

import io.github.camelpersonalize.model.JsonLimits;
import io.github.camelpersonalize.text.ByteOrderMark;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The text of a document, before it is parsed. */
final class SourceText {

    private static final String TOO_LARGE = "the document is larger than " + JsonLimits.MAX_BODY / 1024 / 1024 + " MB";

    private SourceText() {}

    static String decode(byte[] utf8) {
        if (utf8.length > JsonLimits.MAX_BODY) {
            throw new SyntaxException(PositionTree.LineColumn.START, TOO_LARGE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        try {
            return UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            String before = new String(utf8, 0, bytes.position(), UTF_8);
            throw new SyntaxException(lineColumn(before, before.length()), "the bytes are not valid UTF-8 at offset " + bytes.position());
        }
    }

    static void check(String text) {
        if (text.length() > JsonLimits.MAX_BODY) {
            throw new SyntaxException(PositionTree.LineColumn.START, TOO_LARGE);
        }
        if (ByteOrderMark.begins(text)) {
            throw new SyntaxException(PositionTree.LineColumn.START,
                    "the document begins with a byte order mark; write it as UTF-8 without one");
        }
        if (text.isBlank()) {
            throw new SyntaxException(PositionTree.LineColumn.START, "the document is empty");
        }
    }

    /** Whether it is JSON: so says its name, or else its first character. */
    static boolean isJson(String text, @Nullable String source) {
        String name = source == null ? "" : source.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return false;
        }
        return name.endsWith(".json") || text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    }

    /** Line and column of a character. */
    static PositionTree.LineColumn lineColumn(String text, int index) {
        String before = text.substring(0, index);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int start = before.lastIndexOf('\n') + 1;
        return new PositionTree.LineColumn(line + 1, before.codePointCount(start, index) + 1);
    }
}
