// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.document.Document;

/** Makes a manifest of a document that could be read, or tells what is wrong with it. */
final class ManifestCheck {

    private final EntryCheck entries;
    private final DesiredPriorityCheck order;

    ManifestCheck(Dialect dialect) {
        entries = new EntryCheck(dialect);
        order = new DesiredPriorityCheck(dialect);
    }

    /**
     * What the document comes to.
     *
     * @param found what was found to be wrong on reading it; nothing more is told of these places
     */
    ParseResult reading(Document document, List<Diagnostic> found) {
        ManifestBuilder draft = new ManifestBuilder(document, entries, order);
        draft.read();
        List<Diagnostic> faults = merged(found, draft.diagnostics());
        return faults.isEmpty() ? new ParseResult.Parsed(draft.manifest()) : new ParseResult.Invalid(faults);
    }

    private static List<Diagnostic> merged(List<Diagnostic> found, List<Diagnostic> faults) {
        Set<String> known = found.stream().map(Diagnostic::pointer).collect(Collectors.toSet());
        return Stream.concat(found.stream(), faults.stream().filter(fault -> !known.contains(fault.pointer())))
                .sorted(Comparator.comparingInt((Diagnostic fault) -> fault.position().line())
                        .thenComparingInt(fault -> fault.position().column()))
                .toList();
    }
}
