// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import io.github.camelpersonalize.document.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Texts of many small values, each of which takes far more memory than characters. */
class ValueLimitTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "0", "[{}]", "{\"\":{}}", "null", "\"\""})
    void F114_aTextOfManySmallValuesIsRefusedBeforeItTakesTenTimesItsSize(String value) {
        String text = "{\"x\":" + many(value) + "}";

        long allocated = allocatedBy(() -> assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonException.class)
                .hasMessage("the document has more than 1000000 values; split it"));

        assertThat(allocated).isLessThan(10L * JsonLimits.MAX_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{}]", "0"})
    void F114_aDocumentOfManySmallValuesIsRefusedBeforeItTakesALot(String value) {
        String text = "{\"x\":" + nested(value) + "}";

        assertThat(DocumentReader.read(text, "x.json").diagnostics()).singleElement()
                .satisfies(error -> assertThat(error.message()).isEqualTo("the document has more than 500000 values; split it"));
    }

    @Test
    void F114_asManyValuesAsAreAllowedAreRead() {
        String text = "{\"x\":[" + "0,".repeat(JsonLimits.MAX_VALUES - 3) + "0]}";

        assertThat(Json.read(text).path("x")).hasSize(JsonLimits.MAX_VALUES - 2);
        assertThatThrownBy(() -> Json.read(text.replace("]}", ",0]}"))).isInstanceOf(JsonException.class);
    }

    @Test
    void F114_whatTheComponentHasWrittenIsReadWhateverItsSize() {
        assertThat(Json.readStored("[" + "0,".repeat(JsonLimits.MAX_VALUES) + "0]")).hasSize(JsonLimits.MAX_VALUES + 1);
    }

    /** As long as a body may be. */
    private static String many(String value) {
        return "[" + (value + ",").repeat((JsonLimits.MAX_BODY - 20) / (value.length() + 1)) + value + "]";
    }

    /** In lists that are not too long themselves. */
    private static String nested(String value) {
        String list = "[" + (value + ",").repeat(9_999) + value + "]";
        return "[" + (list + ",").repeat(60) + list + "]";
    }

    private static long allocatedBy(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
