// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.document.Document;
import io.github.camelpersonalize.document.DocumentReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests in YAML or JSON, strictly, with exact numbers, and within the limits of {@link io.github.camelpersonalize.model.JsonLimits}.
 * All errors are reported at once, with line and column.
 */
public final class ManifestReader {

    private final ManifestCheck check;

    /** A reader of manifests for a service with this dialect. */
    public ManifestReader(Dialect dialect) {
        this(dialect, true);
    }

    /**
     * A reader of manifests for a service with this dialect.
     *
     * @param validate whether definitions are checked as before they are sent; keys, references and members of the service always are
     */
    public ManifestReader(Dialect dialect, boolean validate) {
        check = new ManifestCheck(dialect, validate);
    }

    /**
     * Reads a document in UTF-8.
     *
     * @param source the name of its file, which also decides between YAML and JSON, or {@code null}
     */
    public ParseResult read(byte[] utf8, @Nullable String source) {
        return checked(DocumentReader.read(utf8, source));
    }

    /**
     * Reads a document.
     *
     * @param source the name of its file, which also decides between YAML and JSON, or {@code null}
     */
    public ParseResult read(CharSequence text, @Nullable String source) {
        return checked(DocumentReader.read(text.toString(), source));
    }

    private ParseResult checked(DocumentReader.Reading reading) {
        return reading.document().map(document -> check.check(document, reading.diagnostics()))
                .orElseGet(() -> new ParseResult.Invalid(reading.diagnostics()));
    }

    /**
     * Reads a document that is a JSON tree. Its errors have no line and column.
     *
     * @param source the name of its origin, or {@code null}
     */
    public ParseResult read(JsonNode document, @Nullable String source) {
        return check.check(new Document(source, document, Optional.empty()), List.of());
    }

    /**
     * Merges manifests, for example those of a folder. Two of them must not contain the same definition or an order of experiences, nor differ
     * in {@code onConflict}. If some are invalid, only their errors are reported.
     */
    public static ParseResult merge(List<ParseResult> results) {
        return ManifestMerge.of(results);
    }
}
