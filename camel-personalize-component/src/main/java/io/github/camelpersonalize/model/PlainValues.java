// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;

/** Writes values into a buffer as they would stand in a text: a float with its own digits, a UUID as text. */
final class PlainValues extends JsonGeneratorDelegate {

    PlainValues(JsonGenerator buffer) {
        super(buffer, false);
    }

    /** A buffer would make a double of it, with digits that the float does not have. */
    @Override
    public void writeNumber(float number) throws IOException {
        if (Float.isFinite(number)) {
            super.writeNumber(new BigDecimal(Float.toString(number)));
        } else {
            super.writeNumber(number);
        }
    }

    /** A buffer could, and UUIDs would become bytes. */
    @Override
    public boolean canWriteBinaryNatively() {
        return false;
    }
}
