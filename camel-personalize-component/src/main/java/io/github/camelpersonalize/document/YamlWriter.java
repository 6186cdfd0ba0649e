// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Writes YAML for people, which reads back as the same JSON. */
public final class YamlWriter {

    private static final Pattern SPACE_AT_END = Pattern.compile("[ \\t](\\n|$)");

    /** What YAML 1.1 takes for the end of a line besides the line feed, and would read back as one. */
    private static final Pattern OTHER_LINE_END = Pattern.compile("[\\r\\x85\\u2028\\u2029]");

    /** The separators of lines and paragraphs, and what has no width or changes the direction: people would not see it, or see something else. */
    private static final Pattern INVISIBLE = Pattern
            .compile("[\\u2028\\u2029\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f]");

    /** What YAML 1.1 takes for something else than a text, and 1.2 does not. */
    private static final Pattern OTHER_MEANING = Pattern.compile("(?i)y|yes|n|no|on|off|=|<<"
            + "|[-+]?0x[0-9a-f_]+|[-+]?0b[01_]+|[-+]?[.0-9][0-9_:.]*(e[-+]?[0-9]*)?|\\d{4}-\\d\\d?-\\d\\d?([t \\t].*)?");
    private static final ImplicitTuple NO_TAG = new ImplicitTuple(true, true);

    private final List<Event> events = new ArrayList<>();

    private YamlWriter() {}

    /** The document, with an empty line between its members. */
    public static String yaml(ObjectNode document) {
        if (document.isEmpty()) {
            return "{}\n";
        }
        StringBuilder yaml = new StringBuilder();
        document.properties().forEach(member -> {
            yaml.append(yaml.isEmpty() ? "" : "\n");
            member(yaml, member.getKey(), member.getValue());
        });
        return yaml.toString();
    }

    /**
     * The items of an array one by one: the events of a long one would take many times the memory of its text. Each is written with the heading, of which
     * the shortest array tells where it ends: a name may be quoted, or take several lines.
     */
    private static void member(StringBuilder yaml, String name, JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            yaml.append(member(name, value));
            return;
        }
        String shortest = member(name, JsonNodeFactory.instance.arrayNode().add(0));
        int heading = shortest.lastIndexOf('\n', shortest.length() - 2) + 1;
        for (int i = 0; i < value.size(); i++) {
            String item = member(name, JsonNodeFactory.instance.arrayNode().add(value.get(i)));
            yaml.append(item, i == 0 ? 0 : heading, item.length());
        }
    }

    private static String member(String name, JsonNode value) {
        YamlWriter writer = new YamlWriter();
        writer.events.add(new StreamStartEvent());
        writer.events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        writer.write(JsonNodeFactory.instance.objectNode().set(name, value));
        writer.events.add(new DocumentEndEvent(false));
        writer.events.add(new StreamEndEvent());
        return escaped(new Present(settings()).emitToString(writer.events.iterator()));
    }

    /** What is invisible is only in double quotes here, and the emitter writes it as it is. */
    private static String escaped(String yaml) {
        return INVISIBLE.matcher(yaml).replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    private static DumpSettings settings() {
        return DumpSettings.builder().setIndicatorIndent(2).setIndentWithIndicator(true).setSplitLines(false).setWidth(Integer.MAX_VALUE)
                .build();
    }

    private void write(JsonNode node) {
        if (node.isObject()) {
            events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                text(member.getKey());
                write(member.getValue());
            }
            events.add(new MappingEndEvent());
        } else if (node.isArray()) {
            events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            for (JsonNode item : node) {
                write(item);
            }
            events.add(new SequenceEndEvent());
        } else if (node.isTextual()) {
            text(node.textValue());
        } else {
            scalar(node.toString(), ScalarStyle.PLAIN);
        }
    }

    private void text(String text) {
        scalar(text, style(text));
    }

    private static ScalarStyle style(String text) {
        if (isPlain(text)) {
            return ScalarStyle.PLAIN;
        }
        return isBlock(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
    }

    /** Also when read as YAML 1.1, in which {@code yes} is true and {@code 2026-11-24} a day. */
    private static boolean isPlain(String text) {
        return !text.contains("\n") && !isEscaped(text) && ScalarType.of(text) == ScalarType.TEXT
                && !OTHER_MEANING.matcher(text).matches();
    }

    /** Whether its lines can stand below each other as they are: no white space at their ends, and no empty line at the end of all. */
    private static boolean isBlock(String text) {
        return text.contains("\n") && !text.endsWith("\n\n") && !Character.isWhitespace(text.charAt(0))
                && !SPACE_AT_END.matcher(text).find()
                && !isEscaped(text);
    }

    private static boolean isEscaped(String text) {
        return OTHER_LINE_END.matcher(text).find() || INVISIBLE.matcher(text).find();
    }

    private void scalar(String text, ScalarStyle style) {
        events.add(new ScalarEvent(Optional.empty(), Optional.empty(), NO_TAG, text, style));
    }
}
