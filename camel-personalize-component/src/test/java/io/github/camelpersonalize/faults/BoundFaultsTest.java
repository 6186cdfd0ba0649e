// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.Samples;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Bodies at the bound of 16 MB, in each form: what is beyond it is rejected for its size, and never cut. */
class BoundFaultsTest extends ServerFaultRoutes {

    private static final int BOUND = 16 * 1024 * 1024;
    private static final String AGE = Samples.CONTRACT.attribute("age", "Age");
    private static final String LARGER = "the body is larger than 16777216 bytes; split it";

    /** JSON of this many bytes, by white space at its end. */
    private static String json(int length) {
        return AGE + " ".repeat(length - AGE.length());
    }

    static Stream<List<Object>> forms() {
        String beyond = json(BOUND + 1);
        return Stream.of(List.of(beyond), List.of(beyond.getBytes(UTF_8)), List.of(new ByteArrayInputStream(beyond.getBytes(UTF_8))),
                List.of(new StringReader(beyond)), List.of(new StringBuilder(beyond)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void F120_aBodyBeyondTheBoundIsRejectedForItsSize(List<Object> body) {
        assertThat(rejected(send(CREATE, body.get(0)))).hasMessage("attribute: " + LARGER);
        assertNothingWasSent();
    }

    /** With stream caching, Camel hands the component no stream as it came. */
    @ParameterizedTest
    @MethodSource("forms")
    void F120_withoutStreamCachingNeither(List<Object> body) {
        context.setStreamCaching(false);

        assertThat(rejected(send(CREATE, body.get(0)))).hasMessage("attribute: " + LARGER);
        assertNothingWasSent();
    }

    @Test
    void F120_aDeadLetterQueueGetsAllOfAStream() {
        context.setStreamCaching(false);
        String whole = json(BOUND + 100_000);

        for (Object body : List.of(new ByteArrayInputStream(whole.getBytes(UTF_8)), new StringReader(whole))) {
            Exchange exchange = send(CREATE, body);

            assertThat(rejected(exchange)).hasMessage("attribute: " + LARGER);
            assertThat(bodyOf(exchange).equals(whole)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void F120_anItemOfABatchNeither(List<Object> body) {
        Exchange exchange = send(CREATE + "&failOn=none", List.of(body.get(0), AGE));

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting(ItemResult::message).containsExactly(LARGER, null);
        assertThat(server.state("attributes")).hasSize(1);
    }

    @Test
    void F120_aFileNeither(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("large.json"), json(BOUND + 1));

        for (Object form : List.of(file, file.toFile())) {
            assertThat(rejected(send(CREATE, form))).hasMessage("attribute: " + LARGER);
        }
        assertNothingWasSent();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void F120_aManifestNeither(List<Object> body) {
        context.setStreamCaching(false);

        assertThat(rejected(send("personalize:project?operation=apply", body.get(0)))).hasMessageContaining("16777216 bytes");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void F120_aRecordIsNotMadeOfTheFirstPart(List<Object> body) {
        for (Class<?> type : List.of(Attribute.class, Definition.class)) {
            if (body.get(0) instanceof StringReader) {
                continue;
            }
            assertThatThrownBy(() -> context.getTypeConverter().mandatoryConvertTo(type, again(body.get(0))))
                    .isInstanceOf(TypeConversionException.class).hasRootCauseMessage(LARGER);
        }
    }

    @Test
    void F120_atTheBoundAllIsRead() throws Exception {
        String most = json(BOUND);

        Exchange exchange = send(CREATE, new ByteArrayInputStream(most.getBytes(UTF_8)));

        assertThat(exchange.getException()).isNull();
        assertThat(context.getTypeConverter().mandatoryConvertTo(Attribute.class, new ByteArrayInputStream(most.getBytes(UTF_8))).key())
                .isEqualTo("age");
        assertThat(context.getTypeConverter().mandatoryConvertTo(Attribute.class, most).key()).isEqualTo("age");
    }

    /** A stream is read once. */
    private static Object again(Object body) {
        if (body instanceof ByteArrayInputStream stream) {
            stream.reset();
        }
        return body;
    }
}
