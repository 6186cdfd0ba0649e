// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * The bounds on JSON from untrusted senders, without which a parser can be made to use up the heap. A project has some hundreds of small
 * definitions, so these bounds are far above real use.
 */
public final class JsonLimits {

    /** The largest message body, in bytes of UTF-8 or characters. */
    public static final int MAX_BODY = 16 * 1024 * 1024;

    /** The most items in one batch. */
    public static final int MAX_ITEMS = 100_000;

    /** The most values in one text, objects and arrays included: a tree takes about a hundred bytes for each, however short the text is. */
    public static final int MAX_VALUES = 1_000_000;

    /** The most values in one document of which the place of each is kept, too, as of a manifest. */
    public static final int MAX_PLACES = 500_000;

    /** The most levels of objects and arrays within each other. */
    public static final int MAX_NESTING = 100;

    /** The longest text, in characters. */
    public static final int MAX_STRING = 1024 * 1024;

    /** The longest number, in characters. */
    public static final int MAX_NUMBER = 1000;

    /** The longest member name, in characters. */
    public static final int MAX_NAME = 1000;

    private JsonLimits() {}

    /**
     * Checks the length of a body.
     *
     * @param length in bytes of UTF-8 or characters
     * @throws JsonException when it is beyond the bound
     */
    public static void requireBody(long length) {
        if (length > MAX_BODY) {
            throw new JsonException("the body is larger than " + MAX_BODY + " bytes; split it");
        }
    }

    /** The bounds on one JSON text. Its reader bounds the length. */
    static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).maxStringLength(MAX_STRING).maxNumberLength(MAX_NUMBER)
                .maxNameLength(MAX_NAME).build();
    }
}
