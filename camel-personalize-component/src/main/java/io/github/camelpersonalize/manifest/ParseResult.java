// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;
import java.util.stream.Collectors;

import io.github.camelpersonalize.document.Diagnostic;

/** What came of reading a document. */
public sealed interface ParseResult {

    /** The document is a manifest. */
    record Parsed(Manifest manifest) implements ParseResult {}

    /**
     * The document is none.
     *
     * @param faults all that is wrong with it, in the order of the document
     */
    record Invalid(List<Diagnostic> diagnostics) implements ParseResult {

        public Invalid {
            diagnostics = List.copyOf(diagnostics);
        }

        /** A line a fault. */
        @Override
        public String toString() {
            return diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
        }
    }
}
