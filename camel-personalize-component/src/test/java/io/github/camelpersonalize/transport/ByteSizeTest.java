// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2147483646, 2147483646", "512B, 512", "1K, 1024", "1KB, 1024", "16MB, 16777216", "2GB, 2147483648",
            "16 mb, 16777216", "' 3k ', 3072"})
    void aSizeIsANumberAndAUnitOfPowersOf1024(String text, long bytes) {
        assertThat(ByteSize.parse(text)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "-1", "1.5MB", "1TB", "16 M B", "16MiB", "1234567890123"})
    void allElseIsNone(String text) {
        assertThat(ByteSize.parse(text)).isEmpty();
    }

    /** Its lower bits alone would be 1 GB. */
    @Test
    void aSizeBeyondALongIsNone() {
        assertThat(ByteSize.parse("8589934591GB")).hasValue(8589934591L << 30);
        assertThat(ByteSize.parse("8589934592GB")).isEmpty();
        assertThat(ByteSize.parse("17179869185GB")).isEmpty();
    }
}
