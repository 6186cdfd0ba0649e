// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.Serializable;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A list of definitions, in the order of the response. A long one keeps the text of the response, and makes a definition of it when one is asked for:
 * what a route changes stays.
 */
public final class Definitions extends AbstractList<Definition> implements RandomAccess, JsonDocument, Serializable {

    private static final long serialVersionUID = 1L;

    private transient List<Definition> items;

    public Definitions(Collection<Definition> definitions) {
        items = new ArrayList<>(definitions);
    }

    private Definitions(Packed packed) {
        items = packed;
    }

    /** The objects of an array. */
    public static Definitions of(JsonNode array) {
        if (array instanceof PackedArray packed) {
            return new Definitions(new Packed(packed));
        }
        List<Definition> definitions = new ArrayList<>(array.size());
        array.forEach(item -> definitions.add(Json.definition(item)));
        return new Definitions(definitions);
    }

    @Override
    public Definition get(int position) {
        return items.get(position);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public Definition set(int position, Definition definition) {
        return items.set(position, definition);
    }

    @Override
    public void add(int position, Definition definition) {
        unpacked().add(position, definition);
        modCount++;
    }

    @Override
    public Definition remove(int position) {
        modCount++;
        return unpacked().remove(position);
    }

    private List<Definition> unpacked() {
        if (items instanceof Packed) {
            items = new ArrayList<>(items);
        }
        return items;
    }

    @Override
    public JsonNode toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(size());
        forEach(definition -> array.add(definition.toJson()));
        return array;
    }

    /** To be written: a long list would take a multiple of its text as a tree. */
    @JsonValue
    JsonNode view() {
        return items instanceof Packed packed ? packed.view() : toJson();
    }

    @Override
    public String toText() {
        return view().toString();
    }

    @Override
    public byte[] toBytes() {
        return Json.bytes(view());
    }

    private Object writeReplace() {
        return new ArrayList<>(this);
    }

    /** The definitions of a packed array. Those are kept that have changed, or could without notice: what is in their maps and lists tells nobody. */
    private static final class Packed extends AbstractList<Definition> implements RandomAccess {

        private final PackedArray array;
        private final Definition[] kept;

        /** What a caller may still hold, and change: it is not made again. */
        private final Held[] held;

        /** Who holds one definition does not hold the whole text. */
        private final Reference<Packed> self = new WeakReference<>(this);

        private Packed(PackedArray array) {
            this.array = array;
            this.kept = new Definition[array.size()];
            this.held = new Held[array.size()];
        }

        @Override
        public Definition get(int position) {
            if (kept[position] != null) {
                return kept[position];
            }
            Definition before = held[position] == null ? null : held[position].get();
            return before == null ? made(position) : before;
        }

        private Definition made(int position) {
            Definition definition = Json.definition(array.get(position));
            if (definition.isMany()
                    || definition.values().stream().anyMatch(value -> value instanceof Map || value instanceof Collection)) {
                kept[position] = definition;
                return definition;
            }
            held[position] = new Held(definition);
            Reference<Packed> list = self;
            definition.beforeChange(changed -> Optional.ofNullable(list.get()).ifPresent(packed -> packed.keep(position, changed)));
            return definition;
        }

        /** Unless another has taken its place. */
        private void keep(int position, Definition changed) {
            if (held[position] != null && held[position].refersTo(changed)) {
                kept[position] = changed;
            }
        }

        @Override
        public Definition set(int position, Definition definition) {
            Definition before = get(position);
            held[position] = null;
            kept[position] = definition;
            return before;
        }

        @Override
        public int size() {
            return kept.length;
        }

        /** As the array has them, or as they have changed: each is made when it is looked at. */
        JsonNode view() {
            return new ArrayNode(JsonNodeFactory.instance, new AbstractList<>() {

                @Override
                public JsonNode get(int position) {
                    return kept[position] == null ? array.get(position) : kept[position].toJson();
                }

                @Override
                public int size() {
                    return kept.length;
                }
            });
        }
    }

    private static final class Held extends WeakReference<Definition> {

        private Held(Definition definition) {
            super(definition);
        }
    }
}
