// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies and answers that would make us go elsewhere or run something: redirects, and serialized objects. */
class MisledFaultsTest extends FaultRoutes {

    private static final String SERIALIZED = "attribute: the body is a serialized Java object, which is never deserialized; send JSON";

    @BeforeEach
    void forgetDeserialized() {
        Tripwire.DESERIALIZED.set(0);
    }

    static Stream<Object[]> redirects() {
        Map<String, String> targets = Map.of("https://evil.example/steal?token=s3cret", "evil.example", "http://evil.example:81/s3cret",
                "evil.example", "https://user:s3cret@evil.example/", "evil.example", "//evil.example/s3cret", "evil.example",
                "/s3cret?sign-in=1", "127.0.0.1", "", "127.0.0.1", "http://evil.example/s3 cret", "an unreadable address");
        return IntStream.of(301, 302, 303, 307, 308).boxed().flatMap(
                status -> targets.entrySet().stream().map(target -> new Object[]{status, target.getKey(), target.getValue()}));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void F13_aRedirectIsNotFollowedAndOnlyItsHostIsTold(int status, String location, String host) {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(status).header("Location", location).body("{}")));

        Exchange exchange = send("personalize:attributes?operation=create", age());

        PersonalizeUnavailableException failed = unavailable(exchange);
        assertThat(failed).hasMessage("attribute \"age\": the service responded with " + status + ", a redirect to " + host
                + ", which is not followed, because it would carry the credential there; check baseUrl");
        assertThat(failed.getStatus()).isEqualTo(status);
        assertThat(text(failed)).doesNotContain("s3cret", "s3 cret");
        assertThat(calls()).containsExactly("POST /attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "create", "update&uid=a1", "delete&uid=a1"})
    void F13_noOperationSendsASecondRequestToWhereARedirectPoints(String operation) {
        try (RawServer elsewhere = RawServer.json("[]")) {
            emulator().script(Script.on("*", "/**").then(Step.status(307).header("Location", elsewhere.baseUrl() + "/x")));

            Exchange exchange = send("personalize:attributes?operation=" + operation, age());

            assertThat(unavailable(exchange).getStatus()).isEqualTo(307);
            assertThat(calls()).hasSize(1);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void F14_aSerializedObjectIsRefusedByItsFirstBytes() {
        for (Object body : List.of(serialized(), new ByteArrayInputStream(serialized()))) {
            Exchange exchange = send("personalize:attributes?operation=create", body);

            assertThat(rejected(exchange)).hasMessage(SERIALIZED);
            assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(serialized());
        }
        assertNothingWasSent();
        assertThat(Tripwire.DESERIALIZED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-java-serialized-object", "application/x-java-serialized-object; class=x",
            "Application/X-Java-Serialized-Object"})
    void F14_aSerializedObjectIsRefusedByItsContentType(String type) {
        for (Object body : List.of(serialized(), new ByteArrayInputStream(serialized()), age())) {
            Exchange exchange = send("personalize:attributes?operation=create", body, Map.of("Content-Type", type));

            PersonalizeRejectedException refused = rejected(exchange);
            assertThat(refused).hasMessage(SERIALIZED);
            assertThat(refused.getOutcome()).isEqualTo(Outcome.REJECTED);
        }
        assertNothingWasSent();
        assertThat(Tripwire.DESERIALIZED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-java-serialized-object", "application/json"})
    void F14_aSerializedObjectAsAnswerIsNeverDeserialized(String type) {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body(serialized()).header("Content-Type", type)));

        Exchange exchange = send("personalize:attributes?operation=list", null);

        assertThat(unavailable(exchange)).hasMessageStartingWith("attribute: not JSON from 127.0.0.1 (status 200): ");
        assertThat(Tripwire.DESERIALIZED).hasValue(0);
    }

    @Test
    void F14_aTypeNamedInJsonIsDataAndMakesNoObject() {
        String typed = """
                {"name": "Age", "key": "age", "data_type": "number", "@class": "%1$s", "@type": "%1$s",
                 "extra": ["%1$s", {"armed": true}]}""".formatted(Tripwire.class.getName());

        Exchange exchange = send("personalize:attributes?operation=create", typed);

        assertThat(definition(exchange)).containsEntry("@class", Tripwire.class.getName()).containsEntry("extra",
                List.of(Tripwire.class.getName(), Map.of("armed", true)));
        assertThat(onlyRequest().json()).isEqualTo(json(typed));
        assertThat(Tripwire.DESERIALIZED).hasValue(0);
    }

    private static byte[] serialized() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Tripwire());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Counts how often one of it came into being from bytes. */
    static final class Tripwire implements Serializable {

        static final AtomicInteger DESERIALIZED = new AtomicInteger();

        private static final long serialVersionUID = 1L;

        public void setArmed(boolean armed) {
            DESERIALIZED.incrementAndGet();
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            DESERIALIZED.incrementAndGet();
            in.defaultReadObject();
        }
    }
}
