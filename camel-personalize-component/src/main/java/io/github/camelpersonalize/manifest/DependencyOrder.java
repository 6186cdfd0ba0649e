// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.document.Diagnostic;

/**
 * The order in which the entries of a manifest can be created: each after the entries that it refers to.
 * <p>
 * Where references leave a choice, attributes and events go before audiences, and these before experiences. The order within a level is that
 * of the document and has no meaning.
 *
 * @param levels entries that refer only to entries of earlier levels
 * @param cycles entries that refer to each other in a cycle; of cycles that share entries, one is reported
 * @param blocked entries that refer to an entry of a cycle, or to another blocked entry
 */
public record DependencyOrder(List<List<Entry>> levels, List<Cycle> cycles, List<Blocked> blocked) {

    /** The order of these entries. References to other definitions are ignored. */
    public static DependencyOrder of(Dialect dialect, List<Entry> entries) {
        return new Dependencies(dialect, entries).order();
    }

    /** One diagnostic for each cycle. */
    List<Diagnostic> diagnostics() {
        return cycles.stream().map(Cycle::diagnostic).toList();
    }

    /**
     * Entries each of which refers to the next one, and the last of which refers to the first.
     *
     * @param entries the entries, beginning with the one that is first in the document
     */
    public record Cycle(List<Entry> entries) {

        /** How many entries its text names at each end. */
        private static final int NAMED = 10;

        public Cycle {
            entries = List.copyOf(entries);
        }

        /** {@code audience "A" -> audience "B" -> audience "A"}. */
        @Override
        public String toString() {
            return path(Entry::toString);
        }

        /** The cycle as a diagnostic, with the positions of its entries. */
        public Diagnostic diagnostic() {
            return new Diagnostic(entries.get(0).position(), "",
                    "refer to each other in a cycle, so none can be created first: " + path(Cycle::named));
        }

        /** All entries of a short cycle, and both ends of a long one: each of its entries gets this text. */
        private String path(Function<Entry, String> name) {
            int left = entries.size() - 2 * NAMED;
            Stream<String> names = left <= 1
                    ? entries.stream().map(name)
                    : Stream.of(entries.stream().limit(NAMED).map(name), Stream.of("… " + left + " more …"),
                            entries.stream().skip((long) NAMED + left).map(name)).flatMap(Function.identity());
            return names.collect(Collectors.joining(" -> ")) + " -> " + entries.get(0);
        }

        private static String named(Entry entry) {
            return entry.position().isKnown() ? entry + " (" + entry.position() + ")" : entry.toString();
        }
    }

    /**
     * An entry that cannot be created because it depends on a cycle.
     *
     * @param entry the entry
     * @param by the cycle on which it depends
     */
    public record Blocked(Entry entry, Cycle by) {

        @Override
        public String toString() {
            return entry + " depends on a cycle: " + by;
        }
    }
}
