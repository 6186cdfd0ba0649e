// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * A long array of objects, each of which is parsed when it is looked at: its text takes a fifth of the memory of its tree. So a change of an item
 * does not stay, and no item can be added.
 */
public final class PackedArray extends ArrayNode {

    private static final long serialVersionUID = 1L;

    private final transient Items items;

    private PackedArray(CompactNodes nodes, Items items) {
        super(nodes, items);
        this.items = items;
    }

    /**
     * @param bounds where each item begins and ends, in this order
     */
    static PackedArray of(CompactNodes nodes, byte[] utf8, int[] bounds) {
        return new PackedArray(nodes, new Items(utf8, bounds));
    }

    /** Changes a document that was just read; the items of a packed array whenever they are looked at. */
    public static void change(JsonNode document, Consumer<JsonNode> change) {
        if (document instanceof PackedArray array) {
            array.items.change = array.items.change.andThen(change);
        } else {
            change.accept(document);
        }
    }

    private static final class Items extends AbstractList<JsonNode> implements RandomAccess {

        private final byte[] utf8;
        private final int[] bounds;
        private Consumer<JsonNode> change = item -> {};

        private Items(byte[] utf8, int[] bounds) {
            this.utf8 = utf8;
            this.bounds = bounds;
        }

        @Override
        public JsonNode get(int position) {
            JsonNode item = Json.item(utf8, bounds[2 * position], bounds[2 * position + 1]);
            change.accept(item);
            return item;
        }

        @Override
        public int size() {
            return bounds.length / 2;
        }
    }
}
