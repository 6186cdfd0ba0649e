// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.camelpersonalize.document.Diagnostic;

/**
 * In which order the entries of a manifest can be made: what others name goes before them.
 * <p>
 * Where references leave a choice, attributes and events go before audiences, and these before experiences. Within a level the order is that of the
 * document, and of no meaning.
 *
 * @param levels entries that name only entries of levels before theirs
 * @param cycles entries that name each other in a ring; of rings that share entries, one is told
 * @param blocked entries that name an entry of a cycle, or another blocked one
 */
public record DependencyOrder(List<List<Entry>> levels, List<Cycle> cycles, List<Blocked> blocked) {

    /** The order of these entries. References to what is not among them do not count. */
    public static DependencyOrder of(List<Entry> entries) {
        return new Dependencies(entries).order();
    }

    /** Faults, one for each cycle. */
    public List<Diagnostic> diagnostics() {
        return cycles.stream().map(Cycle::diagnostic).toList();
    }

    /**
     * Entries each of which names the next one, and the last of which names the first.
     *
     * @param entries beginning with the one that is first in the document
     */
    public record Cycle(List<Entry> entries) {

        public Cycle {
            entries = List.copyOf(entries);
        }

        /** {@code audience "A" -> audience "B" -> audience "A"}. */
        @Override
        public String toString() {
            return entries.stream().map(Entry::toString).collect(Collectors.joining(" -> ")) + " -> " + entries.get(0);
        }

        /** The cycle as a fault, with the places of all its entries. */
        public Diagnostic diagnostic() {
            List<String> names = new ArrayList<>();
            entries.forEach(entry -> names.add(entry.position().isKnown() ? entry + " (" + entry.position() + ")" : entry.toString()));
            names.add(entries.get(0).toString());
            return new Diagnostic(entries.get(0).position(), "",
                    "refer to each other, so that none can be made first: " + String.join(" -> ", names));
        }
    }

    /**
     * An entry that cannot be made because of a cycle that it is no part of.
     *
     * @param entry the entry
     * @param by the cycle
     */
    public record Blocked(Entry entry, Cycle by) {

        @Override
        public String toString() {
            return entry + " depends on a cycle: " + by;
        }
    }
}
