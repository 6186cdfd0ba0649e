// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.nio.charset.CharsetEncoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.model.JsonLimits;
import io.github.camelpersonalize.model.JsonPointer;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Puts together what the parser of one format or the other reports, with the place of each part, and keeps it within the bounds of
 * {@link JsonLimits}. An error after which reading can go on is a diagnostic; any other throws {@link SyntaxException}.
 */
final class TreeBuilder {

    /** A text can have millions of errors, and each message is longer than its error. */
    private static final int MAX_DIAGNOSTICS = 1000;

    private final @Nullable String source;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final CharsetEncoder encoder = UTF_8.newEncoder();
    private @Nullable JsonNode root;
    private @Nullable PositionTree rootPlace;
    private int values;

    TreeBuilder(@Nullable String source) {
        this.source = source;
    }

    void beginObject(PositionTree.LineColumn at) {
        begin(JsonNodeFactory.instance.objectNode(), at);
    }

    void beginArray(PositionTree.LineColumn at) {
        begin(JsonNodeFactory.instance.arrayNode(), at);
    }

    void end() {
        levels.pop();
    }

    /** Whether the next value is a member whose name has not been reported yet. */
    boolean isNameNext() {
        return !levels.isEmpty() && levels.getFirst().node.isObject() && levels.getFirst().name == null;
    }

    void name(String name, PositionTree.LineColumn at) {
        bound(name, JsonLimits.MAX_NAME, "a member name", at);
        Level level = levels.getFirst();
        level.name = name;
        level.last = name;
        level.namedAt = at;
        level.isDuplicate = level.node.has(name);
        if (level.isDuplicate) {
            report("is there twice, first at " + position(level.place.name(JsonPointer.of(name))) + "; remove one of them", at);
        }
        if (!encoder.canEncode(name)) {
            report("has half a surrogate pair in its name, which no encoding can carry", at);
        }
    }

    void text(String text, PositionTree.LineColumn at) {
        bound(text, JsonLimits.MAX_STRING, "a text", at);
        add(JsonNodeFactory.instance.textNode(text), at);
        if (!encoder.canEncode(text)) {
            report("has half a surrogate pair, which no encoding can carry", at);
        }
    }

    void number(String number, PositionTree.LineColumn at) {
        bound(number, JsonLimits.MAX_NUMBER, "a number", at);
        Optional<JsonNode> value = Numbers.of(number);
        add(value.orElse(JsonNodeFactory.instance.nullNode()), at);
        if (value.isEmpty()) {
            report("has an exponent of more digits than a number can have", at);
        }
    }

    /** A fixed word. */
    void value(JsonNode value, PositionTree.LineColumn at) {
        add(value, at);
    }

    /** Something that has no value. The tree holds {@code null} in its place. */
    void novalue(String message, PositionTree.LineColumn at) {
        add(JsonNodeFactory.instance.nullNode(), at);
        report(message, at);
    }

    /** An error of the value or name that was reported last. */
    void report(String message, PositionTree.LineColumn at) {
        if (diagnostics.size() == MAX_DIAGNOSTICS) {
            throw new SyntaxException(at, "the document has more errors; only the first " + MAX_DIAGNOSTICS + " are listed");
        }
        diagnostics.add(new Diagnostic(position(at), pointer(), message));
    }

    /** The errors so far. */
    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    Document document() {
        return new Document(source, Objects.requireNonNull(root, "no value was reported"), Optional.ofNullable(rootPlace));
    }

    private void begin(ContainerNode<?> node, PositionTree.LineColumn at) {
        if (levels.size() == JsonLimits.MAX_NESTING) {
            throw new SyntaxException(at, "the document is nested deeper than " + JsonLimits.MAX_NESTING + " levels");
        }
        PositionTree place = add(node, at);
        levels.push(new Level(node, place));
    }

    private PositionTree add(JsonNode value, PositionTree.LineColumn at) {
        values++;
        if (values > JsonLimits.MAX_PLACES) {
            throw new SyntaxException(at, "the document has more than " + JsonLimits.MAX_PLACES + " values; split it");
        }
        if (levels.isEmpty()) {
            root = value;
            rootPlace = new PositionTree(at, at);
            return rootPlace;
        }
        Level level = levels.getFirst();
        PositionTree place = new PositionTree(level.namedAt == null ? at : level.namedAt, at);
        level.add(value, place, at);
        return place;
    }

    private Position position(PositionTree.LineColumn at) {
        return new Position(source, at.line(), at.column());
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Iterator<Level> outermost = levels.descendingIterator(); outermost.hasNext();) {
            Level level = outermost.next();
            pointer.append(level.last == null ? "" : JsonPointer.of(level.last));
        }
        return pointer.toString();
    }

    private static void bound(String text, int max, String what, PositionTree.LineColumn at) {
        if (text.length() > max) {
            throw new SyntaxException(at, what + " has more than " + max + " characters");
        }
    }

    /** An object or array that has begun and not ended yet. */
    private static final class Level {

        private final ContainerNode<?> node;
        private final PositionTree place;
        private @Nullable String name;
        private PositionTree.@Nullable LineColumn namedAt;
        private boolean isDuplicate;
        private @Nullable String last;

        Level(ContainerNode<?> node, PositionTree place) {
            this.node = node;
            this.place = place;
        }

        /** The first one of duplicates stays. */
        void add(JsonNode value, PositionTree part, PositionTree.LineColumn at) {
            if (node instanceof ObjectNode object) {
                if (!isDuplicate) {
                    String member = Objects.requireNonNull(name, "a member has a name");
                    object.set(member, value);
                    place.put(member, part);
                }
                name = null;
            } else if (node instanceof ArrayNode array) {
                if (array.size() == JsonLimits.MAX_ITEMS) {
                    throw new SyntaxException(at, "a list has more than " + JsonLimits.MAX_ITEMS + " items");
                }
                last = String.valueOf(array.size());
                place.put(last, part);
                array.add(value);
            }
        }
    }
}
