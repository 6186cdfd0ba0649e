// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * What a plain scalar is in the core schema of YAML 1.2.2 (section 10.3.2). There, {@code yes}, {@code off}, {@code 2026-11-24} and {@code 1_000} are
 * texts.
 */
enum ScalarType {

    TEXT, NULL, BOOLEAN, NUMBER,
    /**
     * A number that JSON would not write so, or has none for. With a zero or a plus in front, or in base 8 or 16, it may just as well be a postcode, a
     * telephone number or an article number whose quotes are missing: nobody knows.
     */
    NO_NUMBER;

    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private static final CoreScalarResolver RESOLVER = new CoreScalarResolver(false);

    /** What a plain scalar is. The resolver has types beyond those of the schema, such as {@code ${name}}; they are texts. */
    static ScalarType of(String plain) {
        Tag tag = RESOLVER.resolve(plain, true);
        if (tag.equals(Tag.FLOAT) || tag.equals(Tag.INT)) {
            return JSON_NUMBER.matcher(plain).matches() ? NUMBER : NO_NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? NULL : TEXT;
    }
}
