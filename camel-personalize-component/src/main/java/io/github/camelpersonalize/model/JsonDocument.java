// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import com.fasterxml.jackson.databind.JsonNode;

/** A value of this component that can be written as JSON. Camel converts it to {@code String}, {@code byte[]} and {@code InputStream}. */
public interface JsonDocument {

    /** This value as a JSON tree. */
    default JsonNode toJson() {
        return Json.of(this);
    }

    /** This value as Camel converts it to {@code String}: JSON, or a text for people. */
    default String toText() {
        return toJson().toString();
    }

    /** This value as Camel converts it to {@code byte[]} and {@code InputStream}: JSON in UTF-8. */
    default byte[] toBytes() {
        return Json.bytes(toJson());
    }
}
