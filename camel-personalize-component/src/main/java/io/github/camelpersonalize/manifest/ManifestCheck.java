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

/** Makes a manifest of a document, or reports its errors. */
final class ManifestCheck {

    private static final Comparator<Diagnostic> BY_POSITION = Comparator
            .comparingInt((Diagnostic diagnostic) -> diagnostic.position().line())
            .thenComparingInt(diagnostic -> diagnostic.position().column());

    private final EntryCheck entries;
    private final DesiredPriorityCheck priority;

    ManifestCheck(Dialect dialect, boolean validate) {
        entries = new EntryCheck(dialect, validate);
        priority = new DesiredPriorityCheck(dialect);
    }

    /**
     * The manifest of a document.
     *
     * @param found the errors found while the document was parsed; no other error is reported for the same pointers
     */
    ParseResult check(Document document, List<Diagnostic> found) {
        ManifestBuilder builder = new ManifestBuilder(document, entries, priority);
        builder.read();
        return ParseResult.of(builder::manifest, merged(found, builder.diagnostics()));
    }

    private static List<Diagnostic> merged(List<Diagnostic> found, List<Diagnostic> others) {
        Set<String> known = found.stream().map(Diagnostic::pointer).collect(Collectors.toSet());
        return Stream.concat(found.stream(), others.stream().filter(other -> !known.contains(other.pointer()))).sorted(BY_POSITION)
                .toList();
    }
}
