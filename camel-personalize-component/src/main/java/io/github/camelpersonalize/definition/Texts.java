// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelpersonalize.model.JsonPointer;

/** Visits or replaces the text values of a tree, which has at most as many levels as the reader of JSON allows. */
public final class Texts {

    private Texts() {}

    /** Visits each text with its path, in the order of the tree. The path is valid during the call only. */
    static void walk(JsonNode tree, BiConsumer<Pointer, String> visitor) {
        walk(tree, new Pointer(), visitor);
    }

    /** Whether there is such a text: at less cost than {@link #walk}, for what most trees do not have. */
    static boolean has(JsonNode tree, Predicate<String> kind) {
        if (tree.isTextual()) {
            return kind.test(tree.textValue());
        }
        for (JsonNode child : tree) {
            if (has(child, kind)) {
                return true;
            }
        }
        return false;
    }

    /** All texts of a tree. */
    public static Set<String> of(JsonNode tree) {
        Set<String> texts = new HashSet<>();
        walk(tree, (at, text) -> texts.add(text));
        return texts;
    }

    /** A copy with each text replaced; a part in which no text changes is the same. */
    public static JsonNode map(JsonNode tree, UnaryOperator<String> change) {
        if (tree.isTextual()) {
            String changed = change.apply(tree.textValue());
            return changed.equals(tree.textValue()) ? tree : TextNode.valueOf(changed);
        }
        if (tree.isObject()) {
            return mapMembers((ObjectNode) tree, change);
        }
        return tree.isArray() ? mapItems((ArrayNode) tree, change) : tree;
    }

    @SuppressWarnings("ReferenceEquality") // Whether anything was changed, without comparing trees.
    private static JsonNode mapMembers(ObjectNode object, UnaryOperator<String> change) {
        ObjectNode copy = null;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode changed = map(member.getValue(), change);
            if (changed != member.getValue()) {
                copy = copy == null ? JsonNodeFactory.instance.objectNode().setAll(object) : copy;
                copy.set(member.getKey(), changed);
            }
        }
        return copy == null ? object : copy;
    }

    @SuppressWarnings("ReferenceEquality") // As above.
    private static JsonNode mapItems(ArrayNode array, UnaryOperator<String> change) {
        ArrayNode copy = null;
        for (int i = 0; i < array.size(); i++) {
            JsonNode changed = map(array.get(i), change);
            if (changed != array.get(i)) {
                copy = copy == null ? JsonNodeFactory.instance.arrayNode(array.size()).addAll(array) : copy;
                copy.set(i, changed);
            }
        }
        return copy == null ? array : copy;
    }

    private static void walk(JsonNode tree, Pointer at, BiConsumer<Pointer, String> visitor) {
        if (tree.isTextual()) {
            visitor.accept(at, tree.textValue());
        } else if (tree.isObject()) {
            at.objects.addLast(tree);
            for (Map.Entry<String, JsonNode> member : tree.properties()) {
                at.names.addLast(member.getKey());
                walk(member.getValue(), at, visitor);
                at.names.removeLast();
            }
            at.objects.removeLast();
        } else {
            for (int i = 0; i < tree.size(); i++) {
                at.names.addLast(String.valueOf(i));
                walk(tree.get(i), at, visitor);
                at.names.removeLast();
            }
        }
    }

    /** The path to the present node, which becomes a JSON pointer only on demand. */
    static final class Pointer {

        /** More than most definitions have. */
        private static final int LEVELS = 4;

        private final Deque<String> names = new ArrayDeque<>(LEVELS);
        private final Deque<JsonNode> objects = new ArrayDeque<>(LEVELS);

        /** Whether the path goes through a member of the root. */
        boolean isIn(String member) {
            return names.size() > 1 && names.getFirst().equals(member);
        }

        /** Whether the path ends with these names, of which {@code *} stands for any. */
        boolean endsWith(List<String> last) {
            Iterator<String> backwards = names.descendingIterator();
            for (int i = last.size() - 1; i >= 0; i--) {
                if (!backwards.hasNext() || !fits(backwards.next(), last.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean fits(String name, String pattern) {
            return pattern.equals("*") || pattern.equals(name);
        }

        /** Whether the innermost object has these members with these values. */
        boolean isBeside(Map<String, String> members) {
            return members.entrySet().stream().allMatch(
                    member -> !objects.isEmpty() && member.getValue().equals(objects.getLast().path(member.getKey()).textValue()));
        }

        @Override
        public String toString() {
            return JsonPointer.of(names);
        }
    }
}
