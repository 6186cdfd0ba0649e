// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.nio.charset.CharsetEncoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.model.JsonLimits;
import io.github.camelpersonalize.model.JsonPointer;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Puts together what the parser of one format or the other reports, with the place of each part, and keeps it within the bounds of
 * {@link JsonLimits}. What does not keep it from reading on is a fault; for anything else, it throws {@link SyntaxException}.
 */
public final class TreeBuilder {

    /** A text can have millions, each longer than what is wrong. */
    private static final int MAX_FAULTS = 1000;

    private final String source;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private final CharsetEncoder encoder = UTF_8.newEncoder();
    private JsonNode root;
    private PositionTree rootPlace;

    public TreeBuilder(String source) {
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

    /** Whether the next value is a member whose name has not been told yet. */
    boolean isNameNext() {
        return !levels.isEmpty() && levels.peek().node.isObject() && levels.peek().name == null;
    }

    void name(String name, PositionTree.LineColumn at) {
        bound(name, JsonLimits.MAX_NAME, "a member name", at);
        Level level = levels.peek();
        level.name = name;
        level.last = name;
        level.nameSpot = at;
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

    /** A fault of the value or name that has been told last. */
    void report(String message, PositionTree.LineColumn at) {
        if (faults.size() == MAX_FAULTS) {
            throw new SyntaxException(at, "there are more faults; these are the first " + MAX_FAULTS);
        }
        faults.add(new Diagnostic(position(at), pointer(), message));
    }

    /** What has been told to be wrong so far. */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(faults);
    }

    public Document document() {
        return new Document(source, root, Optional.of(rootPlace));
    }

    private void begin(ContainerNode<?> node, PositionTree.LineColumn at) {
        if (levels.size() == JsonLimits.MAX_NESTING) {
            throw new SyntaxException(at, "the document is nested deeper than " + JsonLimits.MAX_NESTING + " levels");
        }
        PositionTree place = add(node, at);
        levels.push(new Level(node, place));
    }

    private PositionTree add(JsonNode value, PositionTree.LineColumn at) {
        if (levels.isEmpty()) {
            root = value;
            rootPlace = new PositionTree(at, at);
            return rootPlace;
        }
        Level level = levels.peek();
        PositionTree place = new PositionTree(level.nameSpot == null ? at : level.nameSpot, at);
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
        private String name;
        private PositionTree.LineColumn nameSpot;
        private boolean isDuplicate;
        private String last;

        Level(ContainerNode<?> node, PositionTree place) {
            this.node = node;
            this.place = place;
        }

        /** The first one of duplicates stays. */
        void add(JsonNode value, PositionTree part, PositionTree.LineColumn at) {
            if (node instanceof ObjectNode object) {
                if (!isDuplicate) {
                    object.set(name, value);
                    place.put(name, part);
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
