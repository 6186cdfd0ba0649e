// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;

/** Makes a manifest of a document that could be read, or tells what is wrong with it. */
final class ManifestCheck {

    private final EntryCheck entries;
    private final OrderCheck order;

    ManifestCheck(Dialect dialect) {
        entries = new EntryCheck(dialect);
        order = new OrderCheck(dialect);
    }

    /**
     * What the document comes to.
     *
     * @param found what was found to be wrong on reading it; nothing more is told of these places
     */
    Reading reading(Document document, List<Fault> found) {
        Draft draft = new Draft(document, entries, order);
        draft.read();
        List<Fault> faults = merged(found, draft.faults());
        return faults.isEmpty() ? new Reading.Read(draft.manifest()) : new Reading.Faulty(faults);
    }

    private static List<Fault> merged(List<Fault> found, List<Fault> faults) {
        Set<String> known = found.stream().map(Fault::pointer).collect(Collectors.toSet());
        return Stream.concat(found.stream(), faults.stream().filter(fault -> !known.contains(fault.pointer())))
                .sorted(Comparator.comparingInt((Fault fault) -> fault.position().line())
                        .thenComparingInt(fault -> fault.position().column()))
                .toList();
    }
}
