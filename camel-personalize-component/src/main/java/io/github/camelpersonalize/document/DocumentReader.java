// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Reads documents in YAML or JSON, strictly, and reports all that is wrong with a text, not only the first error. */
public final class DocumentReader {

    private DocumentReader() {}

    /**
     * A text that was read.
     *
     * @param document what it says, unless its syntax is broken
     * @param diagnostics what is wrong with it
     */
    public record Reading(Optional<Document> document, List<Diagnostic> diagnostics) {}

    /**
     * Reads a text in UTF-8.
     *
     * @param source the name of its file, which also decides between YAML and JSON, or {@code null}
     */
    public static Reading read(byte[] utf8, @Nullable String source) {
        try {
            return read(SourceText.decode(utf8), source);
        } catch (SyntaxException e) {
            return new Reading(Optional.empty(), List.of(e.diagnostic(source)));
        }
    }

    /**
     * Reads a text.
     *
     * @param source the name of its file, which also decides between YAML and JSON, or {@code null}
     */
    public static Reading read(String text, @Nullable String source) {
        TreeBuilder tree = new TreeBuilder(source);
        try {
            read(text, source, tree);
            return new Reading(Optional.of(tree.document()), tree.diagnostics());
        } catch (SyntaxException e) {
            List<Diagnostic> diagnostics = new ArrayList<>(tree.diagnostics());
            diagnostics.add(e.diagnostic(source));
            return new Reading(Optional.empty(), diagnostics);
        }
    }

    private static void read(String text, @Nullable String source, TreeBuilder tree) {
        SourceText.check(text);
        if (SourceText.isJson(text, source)) {
            JsonSource.read(text, tree);
        } else {
            YamlSource.read(text, tree);
        }
    }
}
