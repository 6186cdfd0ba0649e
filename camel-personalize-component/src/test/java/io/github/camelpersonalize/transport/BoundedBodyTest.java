// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedBodyTest {

    private static final int UNKNOWN = -1;

    @Test
    void aResponseWithoutBodyHasNoBytes() throws IOException {
        assertThat(BoundedBody.read(null, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 1025, 5000})
    void aBodyWithinTheLimitIsReadAsItIs(int size) throws IOException {
        for (int announced : new int[]{size, UNKNOWN}) {
            for (long limit : new long[]{size, size + 1, 1 << 20, Integer.MAX_VALUE - 1L}) {
                assertThat(BoundedBody.read(new InputStreamEntity(stream(size), announced, null), limit)).isEqualTo(bytes(size));
            }
        }
    }

    /** So that one can see that there is more. */
    @ParameterizedTest
    @CsvSource({"1, 0", "100, 99", "511, 100", "512, 511", "513, 512", "2000, 1000", "5000, 1023", "5000, 1024"})
    void ofALongerBodyOneByteMoreThanTheLimitIsRead(int size, int limit) throws IOException {
        for (int announced : new int[]{size, UNKNOWN}) {
            ByteArrayInputStream stream = stream(size);

            assertThat(BoundedBody.read(new InputStreamEntity(stream, announced, null), limit)).isEqualTo(bytes(limit + 1));
            assertThat(stream.available()).isEqualTo(size - limit - 1);
        }
    }

    private static ByteArrayInputStream stream(int size) {
        return new ByteArrayInputStream(bytes(size));
    }

    /** No byte is that of its neighbour, so that one in the wrong place shows. */
    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i % 251);
        }
        return bytes;
    }
}
