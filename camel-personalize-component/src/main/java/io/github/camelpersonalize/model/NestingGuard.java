// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;

/** Stops the writing of a value that is nested too deep. The parser bounds texts; maps and beans have no bounds, and may even contain themselves. */
final class NestingGuard extends JsonGeneratorDelegate {

    NestingGuard(JsonGenerator target) {
        super(target, false);
    }

    /** The value is nested deeper than {@link JsonLimits#MAX_NESTING}. */
    static final class TooDeepException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public void writeStartArray() throws IOException {
        super.writeStartArray();
        check();
    }

    @Override
    @Deprecated
    public void writeStartArray(int size) throws IOException {
        super.writeStartArray(size);
        check();
    }

    @Override
    public void writeStartArray(Object value) throws IOException {
        super.writeStartArray(value);
        check();
    }

    @Override
    public void writeStartArray(Object value, int size) throws IOException {
        super.writeStartArray(value, size);
        check();
    }

    @Override
    public void writeStartObject() throws IOException {
        super.writeStartObject();
        check();
    }

    @Override
    public void writeStartObject(Object value) throws IOException {
        super.writeStartObject(value);
        check();
    }

    @Override
    public void writeStartObject(Object value, int size) throws IOException {
        super.writeStartObject(value, size);
        check();
    }

    /** Arrays of numbers, or of texts, are begun and written at once. */
    @Override
    public void writeArray(int[] array, int offset, int length) throws IOException {
        checkInner();
        super.writeArray(array, offset, length);
    }

    @Override
    public void writeArray(long[] array, int offset, int length) throws IOException {
        checkInner();
        super.writeArray(array, offset, length);
    }

    @Override
    public void writeArray(double[] array, int offset, int length) throws IOException {
        checkInner();
        super.writeArray(array, offset, length);
    }

    @Override
    public void writeArray(String[] array, int offset, int length) throws IOException {
        checkInner();
        super.writeArray(array, offset, length);
    }

    private void checkInner() throws TooDeepException {
        if (getOutputContext().getNestingDepth() == JsonLimits.MAX_NESTING) {
            throw new TooDeepException();
        }
    }

    private void check() throws TooDeepException {
        if (getOutputContext().getNestingDepth() > JsonLimits.MAX_NESTING) {
            throw new TooDeepException();
        }
    }
}
