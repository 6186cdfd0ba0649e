// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One definition, or one object of a response, member by member as the service sent it: unknown members are kept, numbers are exact
 * ({@code Integer}, {@code Long}, {@code BigInteger}, {@code BigDecimal}). A route may change it and send it back.
 */
public final class Definition extends Members<Object> implements JsonDocument {

    private static final long serialVersionUID = 1L;

    /** Is told before the definition changes, or {@code null}. */
    private transient Consumer<Definition> beforeChange;

    /** From now on this is told before the definition changes. */
    void beforeChange(Consumer<Definition> told) {
        beforeChange = told;
    }

    @Override
    protected void changing() {
        if (beforeChange != null) {
            beforeChange.accept(this);
        }
    }

    @Override
    public JsonNode toJson() {
        return Json.object(this);
    }
}
