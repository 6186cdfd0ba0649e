// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.camelpersonalize.document.Diagnostic;

/** The result of reading a document. */
public sealed interface ParseResult {

    /** The manifest, if there are no errors. */
    static ParseResult of(Supplier<Manifest> manifest, List<Diagnostic> diagnostics) {
        return diagnostics.isEmpty() ? new Parsed(manifest.get()) : new Invalid(diagnostics);
    }

    /** The value of one function, depending on the result. */
    default <T> T fold(Function<Manifest, T> parsed, Function<List<Diagnostic>, T> invalid) {
        if (this instanceof Parsed result) {
            return parsed.apply(result.manifest());
        }
        return invalid.apply(((Invalid) this).diagnostics());
    }

    /** The document is a manifest. */
    record Parsed(Manifest manifest) implements ParseResult {}

    /**
     * The document is not a valid manifest.
     *
     * @param diagnostics all its errors, in the order of the document
     */
    record Invalid(List<Diagnostic> diagnostics) implements ParseResult {

        public Invalid {
            diagnostics = List.copyOf(diagnostics);
        }

        /** One line for each error. */
        @Override
        public String toString() {
            return diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
        }
    }
}
