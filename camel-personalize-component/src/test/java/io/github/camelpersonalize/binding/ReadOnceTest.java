// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.model.JsonLimits;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A body that can be read only once is read once, and the message keeps what was read. */
class ReadOnceTest extends BoundMessages {

    private static final String TOO_LARGE = "the body is larger than 16777216 bytes; split it";

    static Stream<Object> streams() {
        return Stream.of(new ByteArrayInputStream("text".getBytes(UTF_8)), new StringReader("text"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aStreamBecomesAStreamThatCanBeReadAgain(Object stream) {
        Message message = message(stream);

        StreamBody.makeRereadable(message);

        assertThat(message.getBody()).isInstanceOf(StreamCache.class);
        assertThat(message.getBody(String.class)).isEqualTo("text");
        StreamBody.makeRereadable(message);
        assertThat(message.getBody(String.class)).isEqualTo("text");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aMessageThatWasRestoredGetsWhatWasRead(Object stream) {
        Message message = message(stream);
        StreamBody.makeRereadable(message);

        message.setBody(stream);
        StreamBody.makeRereadable(message);

        assertThat(message.getBody(String.class)).isEqualTo("text");
    }

    static Stream<Object> items() {
        List<String> items = List.of("a", "b");
        return Stream.of(items.iterator(), items.stream(), (Iterable<String>) items::iterator);
    }

    @ParameterizedTest
    @MethodSource("items")
    void whatJavaCanIterateOverOnceBecomesAList(Object items) {
        Message message = message(items);

        StreamBody.makeRereadable(message);

        assertThat(message.getBody()).isEqualTo(List.of("a", "b"));
    }

    @Test
    void aStreamOfNumbersIsOneToo() {
        Message message = message(IntStream.range(0, 2));

        StreamBody.makeRereadable(message);

        assertThat(message.getBody()).isEqualTo(List.of(0, 1));
    }

    static Stream<Object> rereadable() {
        return Stream.of(List.of("a"), Set.of("a"), "text", Json.read("[1]"), Map.of("a", 1), Path.of("a"));
    }

    @ParameterizedTest
    @MethodSource("rereadable")
    void whatCanBeReadAgainStaysAsItIs(Object body) {
        Message message = message(body);

        StreamBody.makeRereadable(message);

        assertThat(message.getBody()).isSameAs(body);
    }

    @Test
    void anEndlessSequenceIsReadUpToTheFirstItemBeyondABatch() {
        Iterator<Integer> endless = Stream.iterate(0, i -> i + 1).iterator();
        Message message = message(endless);

        StreamBody.makeRereadable(message);

        assertThat((List<?>) message.getBody()).hasSize(JsonLimits.MAX_ITEMS + 1);
    }

    @Test
    void aSequenceThatFailsFailsOnceAndIsToldAfterwards() {
        Iterator<Object> failing = new Iterator<>() {

            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (++next == 3) {
                    throw new IllegalStateException("the cursor is closed");
                }
                return next;
            }
        };
        Message message = message(failing);

        assertThatThrownBy(() -> StreamBody.makeRereadable(message)).isInstanceOf(IllegalStateException.class)
                .hasMessage("the cursor is closed");
        assertThatThrownBy(() -> StreamBody.makeRereadable(message)).isInstanceOf(JsonException.class)
                .hasMessage("the body has failed after 2 items, and cannot be read again");
    }

    @Test
    void aStreamThatFailsIsTold() {
        InputStream failing = new InputStream() {

            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> StreamBody.makeRereadable(message(failing))).isInstanceOf(JsonException.class)
                    .hasMessage("the body is a stream that cannot be read");
        }
    }

    @Test
    void aBodyThatIsTooLargeStaysWhole() throws IOException {
        byte[] bytes = new byte[JsonLimits.MAX_BODY + 10];
        bytes[JsonLimits.MAX_BODY + 9] = 7;
        Message message = message(new ByteArrayInputStream(bytes));

        assertThatThrownBy(() -> StreamBody.makeRereadable(message)).isInstanceOf(JsonException.class).hasMessage(TOO_LARGE);

        assertThat(((InputStream) message.getBody()).readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void soDoesATextThatIsTooLarge() throws IOException {
        String text = "x".repeat(JsonLimits.MAX_BODY + 10) + "end";
        Message message = message(new StringReader(text));

        assertThatThrownBy(() -> StreamBody.makeRereadable(message)).isInstanceOf(JsonException.class).hasMessage(TOO_LARGE);

        Reader whole = (Reader) message.getBody();
        StringBuilder read = new StringBuilder();
        for (int c = whole.read(); c >= 0; c = whole.read()) {
            read.append((char) c);
        }
        assertThat(read.toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aBodyThatIsAsLongAsItMayBeIsRead(Object stream) {
        String text = "x".repeat(JsonLimits.MAX_BODY);
        Message message = message(stream instanceof Reader ? new StringReader(text) : new ByteArrayInputStream(text.getBytes(UTF_8)));

        StreamBody.makeRereadable(message);

        assertThat(message.getBody(String.class)).hasSize(JsonLimits.MAX_BODY);
    }

    @Test
    void tracersSeeHowManyBodiesWereRead() {
        Message message = message(Collections.emptyIterator());
        StreamBody.makeRereadable(message);

        assertThat(ReadBodies.of(message.getExchange())).hasToString("what was read of 1 bodies").isSameAs(
                ReadBodies.of(message.getExchange()));
    }
}
