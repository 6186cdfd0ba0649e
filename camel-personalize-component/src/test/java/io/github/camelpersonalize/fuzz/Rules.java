// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.fuzz;

import java.net.URI;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Operations;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.queries.Queries;
import io.github.camelpersonalize.transport.Response;
import org.junit.jupiter.api.function.Executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** What holds for every input, however strange, and in no time worth speaking of. Who calls these brings the inputs. */
final class Rules {

    /** Far more than any input needs, on any machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_MESSAGE = 4096;
    private static final int SEEN = 60;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}\\u2028\\u2029[\\p{Cf}&&[^\\u200c\\u200d]]]");
    private static final JsonNode BODY = Json.read("""
            {"name": "A", "key": "a", "data_type": "string", "type": "AB_TEST", "priority": ["e1"]}""");

    private Rules() {}

    /** Whatever the service answers, each call has a result: what was read is usable, and what failed is told in a line without secrets. */
    static void anyAnswerIsReadOrTold(Response response) {
        for (Call call : Wire.DIALECT.calls()) {
            soon(() -> execute(Wire.project((request, bounds) -> response), call)
                    .fold(done -> usable(call, done), failed -> told(failed.problem())));
        }
    }

    private static Result execute(Project project, Call call) {
        return call.result() == Call.Result.LIST
                ? new Queries(project, Map.of()).list(call.resource(), call.operation())
                : new Operations(project).execute(call.resource(), call.operation(),
                        call.needsUid() ? new Target(new Uid("u1"), "a") : Target.NONE, BODY);
    }

    private static boolean usable(Call call, Result.Success done) {
        if (call.result() == Call.Result.LIST) {
            assertThat(done.body().isArray()).isTrue();
        } else if (call.result() == Call.Result.DEFINITION) {
            assertThat(Uid.isLegal(done.uid())).as("uid " + done.uid()).isTrue();
        }
        return true;
    }

    private static boolean told(Problem problem) {
        isOneLine(problem.message());
        problem.fieldErrors().forEach(error -> isOneLine(error.message()));
        return false;
    }

    private static void isOneLine(String message) {
        assertThat(message).hasSizeLessThan(MAX_MESSAGE).doesNotContain(Wire.SECRET).doesNotContainPattern(UNPRINTABLE);
    }

    /** However a server says how long it wants to be left alone, the wait is in bounds, or there is none. */
    static void anyWaitIsInBounds(Response response) {
        soon(() -> {
            Optional<Duration> wait = Wire.conversation((request, bounds) -> response).send(Wire.DIALECT.calls().get(0), Address.NONE, null)
                    .fold(answer -> Optional.empty(), problem -> problem.retry().after());
            wait.ifPresent(asked -> assertThat(asked).isBetween(Duration.ZERO, Duration.ofHours(1)));
        });
    }

    /** Bytes are one document, which is read as it is written, or they are refused. */
    static void anyBytesAreOneDocumentOrRefused(byte[] bytes) {
        orRefused(() -> Json.read(bytes));
    }

    /** Text is one document, which is read as it is written, or it is refused. */
    static void anyTextIsOneDocumentOrRefused(String text) {
        orRefused(() -> Json.read(text));
    }

    /** A value of Java's is a document, which is read as it is written, or it is refused. */
    static void anyValueIsADocumentOrRefused(Object value) {
        orRefused(() -> Json.read(Json.bytes(Json.of(value))));
    }

    private interface Reading {
        JsonNode read();
    }

    private static void orRefused(Reading reading) {
        soon(() -> {
            try {
                JsonNode document = reading.read();
                assertThat(Json.read(Json.bytes(document))).isEqualTo(document);
            } catch (JsonException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }

    /** A legal uid is one segment of every path that takes one, for everybody who reads URIs. */
    static void anyLegalUidIsOneSegment(String text) {
        if (Uid.isLegal(text)) {
            Wire.DIALECT.calls().stream().filter(Call::needsUid).forEach(call -> {
                URI uri = URI.create(Wire.PROJECT.service() + call.target(Address.of(new Uid(text)))).normalize();
                assertThat(uri.getHost()).isEqualTo(Wire.PROJECT.service().getHost());
                assertThat(uri.getRawQuery()).isNull();
                assertThat(uri.getRawFragment()).isNull();
                assertThat(uri.getPath().split("/", -1)).containsExactly("", "v1", call.resource().name(), text);
            });
        }
    }

    /** What nobody can see does not tell two keys apart, as long as they are short enough to be looked at. */
    static void unseenThingsDoNotTellKeysApart(String key) {
        soon(() -> NaturalKey.folded(key));
        String seen = key.substring(0, Math.min(key.length(), SEEN));
        soon(() -> assertThat(Stream.of(" " + seen, seen + "\u00a0\t", "\ufeff" + seen, Normalizer.normalize(seen, Form.NFC),
                Normalizer.normalize(seen, Form.NFD)).map(NaturalKey::folded)).containsOnly(NaturalKey.folded(seen)));
    }

    /** A definition that the service has as it is wanted does not differ from itself: the refused create adopts it. */
    static void noDefinitionDiffersFromItself(ObjectNode members) {
        ObjectNode desired = members.deepCopy().put("key", "a");
        Response list = Wire.json(200, "[" + desired.deepCopy().put("uid", "u1") + "]");
        Response duplicate = Wire.json(409, "{}");
        soon(() -> assertThat(new Operations(Wire.project((request, bounds) -> request.body() == null ? list : duplicate))
                .execute(Resource.attributes, Operation.create, Target.NONE, desired)
                .fold(Result.Success::outcome, Result.Failure::outcome)).isEqualTo(Outcome.ADOPTED));
    }

    private static void soon(Executable work) {
        assertTimeout(PATIENCE, work);
    }
}
