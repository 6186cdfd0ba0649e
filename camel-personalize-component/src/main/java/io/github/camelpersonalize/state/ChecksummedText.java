// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.text.Sha256;

/**
 * State for the next start, as one line of text: a JSON object, and JSON documents after it, each after a tab. The object has the version of the
 * format and the checksum of the rest, so that a text which was cut off is rejected.
 *
 * @param head the object
 * @param parts the documents
 */
public record ChecksummedText(JsonNode head, List<JsonNode> parts) {

    private static final String FORMAT = "format";
    private static final String CHECKSUM = "sha256";
    private static final String TAB = "\t";

    public ChecksummedText {
        parts = List.copyOf(parts);
    }

    /** The text of these documents. */
    public static String of(int format, Map<String, String> head, List<? extends JsonNode> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(TAB).append(part));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(FORMAT, format);
        members.putAll(head);
        members.put(CHECKSUM, Sha256.hex(text.toString()));
        return Json.of(members) + text.toString();
    }

    /**
     * Reads a text that {@link #of} made.
     *
     * @param format the newest format that can be read
     * @throws JsonException when the text is not whole, or was written by a newer version; the message begins with {@code it}
     */
    public static ChecksummedText read(String text, int format) {
        List<String> parts = List.of(text.split(TAB, -1));
        JsonNode head = json(parts.get(0));
        JsonNode written = head.path(FORMAT);
        if (written.isInt() && written.intValue() > format) {
            throw new JsonException(
                    "it was written by a newer version of camel-personalize (format " + written + ", this version reads " + format + ")");
        }
        if (!written.isInt() || written.intValue() < 1
                || !Sha256.hex(text.substring(parts.get(0).length())).equals(head.path(CHECKSUM).textValue())) {
            throw damaged();
        }
        List<JsonNode> documents = new ArrayList<>();
        parts.subList(1, parts.size()).forEach(part -> documents.add(json(part)));
        return new ChecksummedText(head, documents);
    }

    private static JsonNode json(String text) {
        try {
            return Json.readStored(text);
        } catch (JsonException e) {
            throw damaged();
        }
    }

    /** The version of its format. */
    int format() {
        return head.path(FORMAT).intValue();
    }

    /** The fault of a text that is no such state. */
    static JsonException damaged() {
        return new JsonException("it is cut off or damaged");
    }
}
