// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;

/**
 * Reads manifests: YAML or JSON, strictly, within the bounds of {@link io.github.camelpersonalize.model.JsonLimits}, and exactly. What is wrong is
 * told all at once, with line and column.
 */
public final class ManifestReader {

    private final ManifestCheck check;

    /** A reader of manifests for a service that speaks the dialect. */
    public ManifestReader(Dialect dialect) {
        check = new ManifestCheck(dialect);
    }

    /**
     * Reads a document of UTF-8.
     *
     * @param source the name of its file, which also tells YAML from JSON, or {@code null}
     */
    public Reading read(byte[] utf8, String source) {
        try {
            return read(SourceText.decode(utf8), source);
        } catch (Unreadable e) {
            return new Reading.Faulty(List.of(e.fault(source)));
        }
    }

    /**
     * Reads a document.
     *
     * @param source the name of its file, which also tells YAML from JSON, or {@code null}
     */
    public Reading read(CharSequence text, String source) {
        String document = text.toString();
        TreeBuilder tree = new TreeBuilder(source);
        try {
            SourceText.check(document);
            if (SourceText.isJson(document, source)) {
                JsonSource.read(document, tree);
            } else {
                YamlSource.read(document, tree);
            }
        } catch (Unreadable e) {
            List<Fault> faults = new ArrayList<>(tree.faults());
            faults.add(e.fault(source));
            return new Reading.Faulty(faults);
        }
        return check.reading(tree.document(), tree.faults());
    }

    /**
     * Reads a document that is a tree already. Its faults have no line and column.
     *
     * @param source where it came from, or {@code null}
     */
    public Reading read(JsonNode document, String source) {
        return check.reading(new Document(source, document, Optional.empty()), List.of());
    }

    /**
     * Puts manifests together, such as those of a folder. It is a fault that two of them hold the same definition, or that two have an order of
     * priority, or that they disagree on conflicts.
     */
    public static Reading merge(List<Manifest> manifests) {
        return Merge.of(manifests);
    }
}
