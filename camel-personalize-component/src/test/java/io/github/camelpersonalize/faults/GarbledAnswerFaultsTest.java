// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.stream.Stream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.faultserver.Answer;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.Ending;
import io.github.camelpersonalize.faultserver.Framing;
import io.github.camelpersonalize.faultserver.RecordedRequest;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Answers that stop in the middle or are no HTTP: what they tell is never taken for a success. */
@BothDialects
class GarbledAnswerFaultsTest extends ServerFaultRoutes {

    private static final int MEGABYTE = 1024;

    /** A fault, and whether another try is of use: what comes whole and is no JSON will come again. */
    static Stream<Arguments> faults() {
        return Stream.of(row("F28 Content-Length larger than the body", Answers.truncated(), true),
                row("F28 half a body, ended by the connection", Answers.halfUntilClose(), false),
                row("F28 Content-Length smaller than the body", Answers.shortLength(), false),
                row("F28 half a chunk", Answers.chunkedTruncated(), true),
                row("F28 no last chunk", Answers.chunkedUnfinished(), true),
                row("F28 half a status line", Answers.good().afterBytes(7).then(Ending.FIN), true),
                row("F28 half the headers", Answers.good().afterBytes(30).then(Ending.FIN), true),
                row("F28 all the headers but not their end", Answers.good().framed(Framing.CHUNKED).afterBytes(77).then(Ending.FIN), true),
                row("F28 headers only", Answers.good().afterHeaders().then(Ending.FIN), true),
                row("F29 no chunk size", Answers.chunkedGarbage(), true),
                row("F29 no status", Answers.malformedStatusLine(), true),
                row("F29 two Content-Lengths", Answers.twoLengths(), true),
                row("F29 1 MB of headers", Answers.hugeHeaders(MEGABYTE), true),
                row("F29 a header of 1 MB", Answers.status(200).body("[]").header("X-Long", "x".repeat(MEGABYTE * 1024)), true));
    }

    private static Arguments row(String name, Answer answer, boolean again) {
        return arguments(Named.of(name, answer), again);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void F28_F29_aListIsReadAgainOrFailsAndIsNeverEmpty(Answer fault, boolean again) {
        server.put("attributes", held());
        server.always(GET_ATTRIBUTES, fault);

        PersonalizeUnavailableException failed = unavailable(send(LIST, null));

        assertThat(failed.getMessage()).hasSizeLessThan(1000)
                .contains(again ? "; given up after 3 attempts in " : "not JSON from 127.0.0.1 (status 200): ");
        assertThat(calls()).hasSize(again ? 3 : 1).containsOnly(GET_ATTRIBUTES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void F28_F29_whatWasCarriedOutIsFoundAgainOrSentAgainOrItsOutcomeIsUnknown(Answer fault, boolean again) {
        server.on(POST_ATTRIBUTES, fault.applied());
        assertOutcome(send(CREATE, age()), "ADOPTED", 2);
        server.on("PUT /attributes/u1", fault.applied());

        Exchange update = send("personalize:attributes?operation=update&uid=u1", age());

        if (again) {
            assertOutcome(update, "UPDATED", 2);
        } else {
            assertThat(unavailable(update).getOutcome()).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(calls()).startsWith(POST_ATTRIBUTES, GET_ATTRIBUTES, "PUT /attributes/u1");
        assertThat(server.state("attributes")).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void F29_aConnectionThatCarriedNonsenseIsNotUsedAgain(Answer fault, boolean again) {
        server.on(GET_ATTRIBUTES, fault);
        send(LIST + "&maxRetries=0", null);

        assertThat(send(LIST, null).getException()).isNull();

        assertThat(server.recorded()).extracting(RecordedRequest::connection).containsExactly(1, 2);
    }

    @Test
    void F29_interimAnswersArePassedOver() {
        server.on(POST_ATTRIBUTES, Answers.earlyHints());

        assertOutcome(send(CREATE, age()), "CREATED", 1);
    }

    @Test
    void F29_chunksAreRead() {
        server.put("attributes", held());
        server.on(GET_ATTRIBUTES, Answers.chunked());

        assertThat(definition(send("personalize:attributes?operation=get&key=age", null))).containsEntry("name", "Years");
    }
}
