// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * What a plain scalar is in the core schema of YAML 1.2.2 (section 10.3.2). There, {@code yes}, {@code off}, {@code 2026-11-24} and {@code 1_000} are
 * texts.
 */
enum ScalarType {

    TEXT, NULL, BOOLEAN, NUMBER,
    /** Infinite or not a number, which JSON cannot say. */
    NO_NUMBER;

    private static final CoreScalarResolver RESOLVER = new CoreScalarResolver(false);

    /** What a plain scalar is. The resolver has types beyond those of the schema, such as {@code ${name}}; they are texts. */
    static ScalarType of(String plain) {
        Tag tag = RESOLVER.resolve(plain, true);
        if (tag.equals(Tag.FLOAT)) {
            return plain.chars().anyMatch(c -> c >= '0' && c <= '9') ? NUMBER : NO_NUMBER;
        }
        if (tag.equals(Tag.INT)) {
            return NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? NULL : TEXT;
    }
}
