// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes YAML for people, which reads back as the same JSON. */
public final class YamlWriter {

    private static final Pattern SPACE_AT_END = Pattern.compile("[ \\t](\\n|$)");

    /** What YAML 1.1 takes for the end of a line besides the line feed, and would read back as one. */
    private static final Pattern OTHER_LINE_END = Pattern.compile("[\\r\\x85\\u2028\\u2029]");

    private static final Resolver OTHER_READERS = new Resolver();
    private static final ImplicitTuple NO_TAG = new ImplicitTuple(true, true);

    private final Emitter emitter;

    private YamlWriter(Emitter emitter) {
        this.emitter = emitter;
    }

    /** The document, with an empty line between its members. */
    public static String yaml(ObjectNode document) {
        if (document.isEmpty()) {
            return "{}\n";
        }
        List<String> members = document.properties().stream().map(YamlWriter::member).toList();
        return String.join("\n", members);
    }

    private static String member(Map.Entry<String, JsonNode> member) {
        StringWriter text = new StringWriter();
        try {
            YamlWriter writer = new YamlWriter(new Emitter(text, options()));
            writer.emit(new StreamStartEvent(null, null));
            writer.emit(new DocumentStartEvent(null, null, false, null, Map.of()));
            writer.write(JsonNodeFactory.instance.objectNode().set(member.getKey(), member.getValue()));
            writer.emit(new DocumentEndEvent(null, null, false));
            writer.emit(new StreamEndEvent(null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static DumperOptions options() {
        DumperOptions options = new DumperOptions();
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        return options;
    }

    private void write(JsonNode node) throws IOException {
        if (node.isObject()) {
            emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                text(member.getKey());
                write(member.getValue());
            }
            emit(new MappingEndEvent(null, null));
        } else if (node.isArray()) {
            emit(new SequenceStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
            for (JsonNode item : node) {
                write(item);
            }
            emit(new SequenceEndEvent(null, null));
        } else if (node.isTextual()) {
            text(node.textValue());
        } else {
            scalar(node.toString(), ScalarStyle.PLAIN);
        }
    }

    private void text(String text) throws IOException {
        scalar(text, isPlain(text) ? ScalarStyle.PLAIN : isBlock(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED);
    }

    /** Also when read as YAML 1.1, in which {@code yes} is true and {@code 2026-11-24} a day. */
    private static boolean isPlain(String text) {
        return text.indexOf('\n') < 0 && !OTHER_LINE_END.matcher(text).find() && CoreSchema.isText(text)
                && OTHER_READERS.resolve(NodeId.scalar, text, true).equals(Tag.STR);
    }

    /** Whether its lines can stand below each other as they are: nothing at their ends that nobody sees, and no empty line at the end of all. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') > 0 && !text.endsWith("\n\n") && !Character.isWhitespace(text.charAt(0))
                && !SPACE_AT_END.matcher(text).find()
                && !OTHER_LINE_END.matcher(text).find();
    }

    private void scalar(String text, ScalarStyle style) throws IOException {
        emit(new ScalarEvent(null, null, NO_TAG, text, null, null, style));
    }

    private void emit(Event event) throws IOException {
        emitter.emit(event);
    }
}
