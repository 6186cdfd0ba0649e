// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.PersonalizeRejectedException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Bodies made to use up the heap, the stack or the processor: refused before they can, however they come. */
class LimitFaultsTest extends FaultRoutes {

    private static final String CREATE = "personalize:attributes?operation=create";
    private static final int MIB = 1024 * 1024;

    @Test
    void F16_aTextOf101LevelsIsRefusedAnd100AreRead() {
        String fault = "Document nesting depth (101) exceeds the maximum allowed (100)";

        assertRefused("{\"a\":".repeat(101) + "1" + "}".repeat(101), fault);
        assertRefused("[".repeat(101) + "]".repeat(101), fault);
        assertRefused("[".repeat(5 * MIB), fault);
        assertThat(rejected(send(CREATE, "{\"a\":".repeat(100) + "1" + "}".repeat(100))).getCode()).isEqualTo("INVALID");
    }

    @Test
    void F16_mapsOf101LevelsAreRefusedAnd100AreRead() {
        assertRefused(nested(101), "the document is nested deeper than 100 levels");
        assertRefused(nested(100_000), "the document is nested deeper than 100 levels");
        assertThat(rejected(send(CREATE, nested(100))).getCode()).isEqualTo("INVALID");
    }

    @Test
    void F16_whatContainsItselfIsRefused() {
        Map<String, Object> map = new HashMap<>();
        map.put("me", map);
        Object[] array = new Object[1];
        array[0] = array;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("me", node);

        assertRefused(map, "the document is nested deeper than 100 levels");
        assertRefused(node, "the document is nested deeper than 100 levels");
        assertRefused(Map.of("list", array), "the document is nested deeper than 100 levels");
    }

    /** Objects of a program can refer to each other; between definitions of the service there are only uids. */
    @Test
    void F23_definitionsThatReferToEachOtherInACircleAreReported() {
        Map<String, Object> adults = new HashMap<>(Map.of("name", "Adults"));
        Map<String, Object> parents = new HashMap<>(Map.of("name", "Parents"));
        adults.put("rules", Map.of("all", List.of(parents)));
        parents.put("rules", Map.of("all", List.of(adults)));

        assertRefused(adults, "the document is nested deeper than 100 levels");
        assertThat(rejected(send(CREATE, List.of(adults, parents)))).hasMessage(
                "2 of 2 items failed, first attribute: the document is nested deeper than 100 levels (item 1)");
        assertNothingWasSent();
    }

    @Test
    void F16_aStringOfMoreThanOneMebibyteIsRefused() {
        assertRefused("{\"name\": \"" + "x".repeat(MIB + 1) + "\"}", "String value length (1048577) exceeds the maximum allowed (1048576)");
        assertRefused("{\"" + "x".repeat(MIB) + "\": 1}", "Name length (1048576) exceeds the maximum allowed (1000)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0.", "1e"})
    void F16_aNumberOf10000DigitsIsRefused(String start) {
        assertThat(rejected(send(CREATE, "{\"name\": " + start + "9".repeat(10_000) + "}")))
                .hasMessageMatching("attribute: Number value length \\(1000\\d\\) exceeds the maximum allowed \\(1000\\)");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1E+2147483646"})
    void F16_aShortNumberOfABillionDigitsIsNotWrittenOut(String number) {
        String body = """
                {"name": "E", "type": "AB_TEST", "variants": [{"traffic_percentage": 50}, {"traffic_percentage": %s}]}""".formatted(number);

        Exchange exchange = assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> send("personalize:experiences?operation=create", body));

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused).hasMessageEndingWith(
                "/variants a traffic_percentage has more than 100 digits, so that they cannot be added up to 100");
        assertNothingWasSent();
    }

    @Test
    void F16_anIntegerOfJavasWith10000DigitsIsNotWrittenIntoTheMessage() {
        Map<String, Object> body = Map.of("name", "E", "type", "AB_TEST", "variants",
                List.of(Map.of("traffic_percentage", BigInteger.TEN.pow(10_000))));

        assertThat(rejected(send("personalize:experiences?operation=create", body)).getMessage()).hasSizeLessThan(500)
                .contains("/variants/0/traffic_percentage must be at most 100; it is a number of more than 100 digits");
        assertNothingWasSent();
    }

    @Test
    void F16_ofAStreamOf50MebibytesNotMuchMoreThan16AreRead() {
        context.setStreamCaching(false);
        Generated body = new Generated(50L * MIB);

        Exchange exchange = send(CREATE, body);

        assertThat(rejected(exchange)).hasMessage("attribute: the body is larger than 16777216 bytes; split it");
        assertThat(body.read).isBetween(16L * MIB, 17L * MIB);
        assertNothingWasSent();
    }

    @Test
    void F16_aStreamThatWasRefusedCanStillBeReadFromItsStartToItsEnd() throws IOException {
        context.setStreamCaching(false);
        Generated body = new Generated(50L * MIB);

        Exchange exchange = send(CREATE, body);

        try (InputStream left = exchange.getMessage().getBody(InputStream.class)) {
            assertThat(left.transferTo(OutputStream.nullOutputStream())).isEqualTo(50L * MIB);
        }
    }

    @Test
    void F16_theSameOfAStringAndOfBytes() {
        byte[] bytes = new byte[16 * MIB + 1];
        Arrays.fill(bytes, (byte) ' ');

        assertRefused(bytes, "the body is larger than 16777216 bytes; split it");
        assertRefused(new String(bytes, UTF_8), "the body is larger than 16777216 bytes; split it");
    }

    @Test
    void F16_aJsonArrayOfAMillionItemsIsRefusedAtTheFirstOneTooMany() {
        String body = "[" + "1,".repeat(1_000_000) + "1]";

        assertRefused(body, "the array has more than 100000 items; split it into smaller batches");
        assertRefused(new ByteArrayInputStream(body.getBytes(UTF_8)),
                "the array has more than 100000 items; split it into smaller batches");
    }

    @Test
    void F16_ofAnIteratorOverAMillionNotMoreThanOneTooManyAreTaken() {
        Counting items = new Counting(1_000_000);

        assertRefused(items, "the batch has more than 100000 items; split it into smaller batches");
        assertThat(items.taken).isEqualTo(100_001);
    }

    @Test
    void F16_ofAnIterableOverAMillionNotMoreThanOneTooManyAreTaken() {
        Counting items = new Counting(1_000_000);
        Iterable<Object> body = () -> items;

        assertRefused(body, "the batch has more than 100000 items; split it into smaller batches");
        assertThat(items.taken).isLessThanOrEqualTo(100_001);
    }

    @Test
    void F16_aMessageIsOneBoundedLineWhateverKeyAndFaultsThereAre() {
        String variants = "{\"traffic_percentage\": \"x\"},".repeat(1_000) + "{}";

        PersonalizeRejectedException refused = rejected(send("personalize:experiences?operation=create",
                "{\"name\": \"a\\nb\\u001b[31m\\u009b\\u2028c\", \"type\": \"AB_TEST\", \"variants\": [" + variants + "]}"));

        assertThat(refused.getMessage())
                .startsWith(
                        "experience \"a\\nb\\u001b[31m\\u009b\\u2028c\": /variants/0/traffic_percentage must be a number or null; it is \"x\"")
                .hasSizeLessThan(5000).endsWith("…").doesNotContainPattern("[\\p{Cc}\\u2028]");
        assertThat(refused.getFieldErrors()).hasSize(1_000);
        assertThat(refused.getKey()).isEqualTo("a\nb\u001b[31m\u009b\u2028c");
    }

    private void assertRefused(Object body, String fault) {
        PersonalizeRejectedException refused = rejected(send(CREATE, body));

        assertThat(refused).hasMessage("attribute: " + fault);
        assertThat(refused.getCode()).isEqualTo("UNREADABLE");
        assertNothingWasSent();
    }

    private static Map<String, Object> nested(int levels) {
        Map<String, Object> map = new HashMap<>();
        for (int level = 1; level < levels; level++) {
            map = new HashMap<>(Map.of("a", map));
        }
        return map;
    }

    /** White space of any length that nobody holds. Counts what is taken from it. */
    private static final class Generated extends InputStream {

        private final long size;
        private long read;

        Generated(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (read == size) {
                return -1;
            }
            int count = (int) Math.min(length, size - read);
            Arrays.fill(target, offset, offset + count, (byte) ' ');
            read += count;
            return count;
        }
    }

    /** Definitions that are made as they are taken, and counted. */
    private static final class Counting implements Iterator<Object> {

        private final int size;
        private int taken;

        Counting(int size) {
            this.size = size;
        }

        @Override
        public boolean hasNext() {
            return taken < size;
        }

        @Override
        public Object next() {
            taken++;
            return "{}";
        }
    }
}
