// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.model.Definition;

/**
 * What the fragments of one batch were read as. Those that are made of the very same definitions, as the fragments that are inferred from a stream, are
 * the same: nothing changes them while the batch is read. Used by one thread.
 */
final class SharedFragments {

    private final Map<Parts, ParseResult> read = new HashMap<>();

    /** The values of a fragment, and the items of those that are lists. Compared by identity: two that differ may be equal all the same. */
    private record Parts(List<Object> all) {

        /** Where a list begins, and where it ends. */
        private static final Object LIST = new Object();
        private static final int USUAL = 24;

        static Parts of(Definition fragment) {
            List<Object> all = new ArrayList<>(USUAL);
            fragment.forEach((name, value) -> {
                all.add(name);
                if (value instanceof ArrayList<?> list) {
                    all.add(LIST);
                    all.addAll(list);
                    all.add(LIST);
                } else {
                    all.add(value);
                }
            });
            return new Parts(all);
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // What is equal and another is read on its own.
        public boolean equals(Object other) {
            List<Object> others = other instanceof Parts parts ? parts.all : List.of();
            boolean isSame = all.size() == others.size();
            for (int i = 0; isSame && i < all.size(); i++) {
                isSame = all.get(i) == others.get(i);
            }
            return isSame;
        }

        @Override
        public int hashCode() {
            int hash = 0;
            for (Object part : all) {
                hash = 31 * hash + System.identityHashCode(part);
            }
            return hash;
        }
    }

    /** What a fragment was read as, or is read as now. */
    ParseResult get(Definition fragment, Supplier<ParseResult> reading) {
        return read.computeIfAbsent(Parts.of(fragment), added -> reading.get());
    }
}
