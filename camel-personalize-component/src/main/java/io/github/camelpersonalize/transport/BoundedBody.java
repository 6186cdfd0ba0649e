// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads the body of a response up to a limit. Its buffer grows with what arrives: most responses have a few hundred bytes. */
final class BoundedBody {

    private static final byte[] EMPTY = new byte[0];
    private static final int FIRST_BUFFER = 512;

    private BoundedBody() {}

    /**
     * The body, or one byte more than the limit of a longer one.
     *
     * @param entity of the response, or {@code null}
     */
    static byte[] read(@Nullable HttpEntity entity, long limit) throws IOException {
        if (entity == null) {
            return EMPTY;
        }
        int most = (int) Math.min(limit + 1, Integer.MAX_VALUE - 8);
        long announced = entity.getContentLength();
        boolean isShort = announced >= 0 && announced < FIRST_BUFFER;
        return isShort ? entity.getContent().readNBytes((int) Math.min(announced, most)) : read(entity.getContent(), most);
    }

    private static byte[] read(InputStream in, int most) throws IOException {
        byte[] buffer = new byte[Math.min(FIRST_BUFFER, most)];
        int size = 0;
        int read = in.read(buffer);
        while (read > 0) {
            size += read;
            if (size == buffer.length && size < most) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * size, most));
            }
            read = in.read(buffer, size, buffer.length - size);
        }
        return Arrays.copyOf(buffer, size);
    }
}
