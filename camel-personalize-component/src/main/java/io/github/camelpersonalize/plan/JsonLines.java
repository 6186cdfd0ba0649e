// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelpersonalize.text.Visible;

/**
 * JSON for a comparison by lines: one member or item a line, without commas, so that a line does not differ only because another one
 * follows it.
 */
final class JsonLines {

    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();

    private JsonLines() {}

    static List<String> of(JsonNode value) {
        JsonLines json = new JsonLines();
        if (!value.isMissingNode()) {
            json.write("", "", value);
        }
        return json.lines;
    }

    /** Whether a value needs more than one line. */
    static boolean isNested(JsonNode value) {
        return value.isContainerNode() && !value.isEmpty();
    }

    /** A value on one line. */
    static String text(JsonNode value) {
        return Visible.text(value.toString());
    }

    private void write(String indent, String name, JsonNode value) {
        if (!isNested(value)) {
            lines.add(indent + name + text(value));
            return;
        }
        lines.add(indent + name + (value.isObject() ? "{" : "["));
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                write(indent + INDENT, text(TextNode.valueOf(member.getKey())) + ": ", member.getValue());
            }
        } else {
            value.forEach(item -> write(indent + INDENT, "", item));
        }
        lines.add(indent + (value.isObject() ? "}" : "]"));
    }
}
