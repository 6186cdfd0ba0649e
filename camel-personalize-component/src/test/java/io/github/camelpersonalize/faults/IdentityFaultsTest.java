// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which definition is meant: a uid ends up in a URL, and a key may be borne by several. */
class IdentityFaultsTest extends FaultRoutes {

    private static final String RULE = "a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots";
    private static final String RESERVED = ", and it is not one of [priority, versions]";
    private static final List<String> TARGETED = List.of("get", "update", "delete");

    private RawServer server;

    @BeforeEach
    void startServer() {
        server = RawServer.json("{}");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "../events", "a/../../experiences/priority"})
    void F01_aDotSegmentAsUidIsRefusedBeforeAnySocketIsOpened(String uid) {
        assertIllegalFromEverywhere(uid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "%2E.", "..%2fevents", "%252e%252e", "..\\.."})
    void F02_anEscapedDotSegmentOrABackslashAsUidIsRefusedBeforeAnySocketIsOpened(String uid) {
        assertIllegalFromEverywhere(uid);
    }

    @Test
    void F02_aLegalUidIsOneSegmentOfThePath() {
        Exchange exchange = send("personalize:attributes?operation=delete", null, header("CamelPersonalizeUid", "a..b-C_9~."));

        assertThat(exchange.getException()).isNull();
        assertThat(calls()).containsExactly("DELETE /attributes/a..b-C_9~.", "GET /attributes");
    }

    @ParameterizedTest
    @CsvSource({"priority, get", "priority, update", "priority, delete", "versions, get", "versions, update", "versions, delete",
            "PRIORITY, delete", "Versions, update"})
    void F03_aWordThatThePathsOfExperiencesReserveIsNoUid(String uid, String operation) {
        component().getConfiguration().setBaseUrl(server.baseUrl());
        Map<String, Object> body = Map.of("name", "Hero", "type", "SEGMENTED");

        Exchange exchange = send("personalize:experiences?operation=" + operation, body, header("CamelPersonalizeUid", uid));

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused).hasMessage("experience \"Hero\": the header CamelPersonalizeUid is a word that the service reserves");
        assertThat(refused.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(server.connections()).isZero();
    }

    @Test
    void F03_aReservedWordAsOptionIsRefusedAtStart() {
        assertThat(startFailure("personalize:experiences?operation=delete&uid=priority")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:experiences: the option uid is not legal: " + RULE + RESERVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"priority", "versions"})
    void F03_aReservedWordAsUidInTheServicesListIsNotUsedForAUrl(String uid) {
        emulator().script(Script.on("GET", "/experiences").then(Step.status(200).body("""
                {"data": [{"uid": "%s", "name": "Hero", "type": "SEGMENTED"}]}""".formatted(uid))));

        Exchange exchange = send("personalize:experiences?operation=delete&key=Hero", null);

        assertThat(unavailable(exchange)).hasMessage("experience \"Hero\": the response to GET /experiences is not a list of experiences:"
                + " its item 1 has no usable uid (" + RULE + ")");
        assertThat(calls()).containsExactly("GET /experiences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "x?all=true", "x#f", "x;y", "a b", "a\0b", "\0", "é", "…"})
    void F04_aUidWithCharactersThatAreNoneOfAUidIsRefusedBeforeAnySocketIsOpened(String uid) {
        assertIllegalFromEverywhere(uid);
    }

    @Test
    void F04_aUidOf300CharactersIsRefusedBeforeAnySocketIsOpened() {
        assertIllegalFromEverywhere("x".repeat(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "delete", "get"})
    void F04_withoutUidAndKeyNothingIsAddressed(String operation) {
        component().getConfiguration().setBaseUrl(server.baseUrl());
        Map<String, Object> body = new HashMap<>();
        body.put("uid", null);
        body.put("name", "Age");

        Exchange exchange = send("personalize:attributes?operation=" + operation, body, header("CamelPersonalizeUid", null));

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused).hasMessage("attribute: no attribute is named: set the header CamelPersonalizeUid or"
                + " CamelPersonalizeKey, the option uid or key, or send a body with a uid or key");
        assertThat(refused.getCode()).isEqualTo("NO_TARGET");
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\n"})
    void F04_aBlankKeyAddressesNothing(String key) {
        component().getConfiguration().setBaseUrl(server.baseUrl());

        Exchange exchange = send("personalize:attributes?operation=delete", null, header("CamelPersonalizeKey", key));

        assertThat(rejected(exchange).getCode()).isEqualTo("NO_TARGET");
        assertThat(server.connections()).isZero();
    }

    @Test
    void F33_aCreateThatIsAnsweredWithAReservedWordIsReadBackByItsKey() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(201).applied().body("{\"uid\": \"priority\"}")));

        Exchange exchange = send("personalize:attributes?operation=create", age());

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeUid"))
                .isEqualTo(emulator().project(PROJECT).attribute("age").get("uid").textValue());
    }

    @ParameterizedTest
    @MethodSource("namesakes")
    void F08_aNameThatTwoDefinitionsBearIsAmbiguousAndNothingIsWritten(String resource, String kind, String member, String operation) {
        emulator().seed(PROJECT, """
                {"%s": [
                  {"uid": "first", "key": "Twin", "name": "Twin", "type": "SEGMENTED", "data_type": "string"},
                  {"uid": "second", "key": "Twin", "name": "Twin", "type": "SEGMENTED", "data_type": "string"}]}""".formatted(resource));
        Map<String, Object> body = Map.of("key", "Twin", "name", "Twin", "type", "AB_TEST", "data_type", "number");

        Exchange exchange = send("personalize:" + resource + "?operation=" + operation, body);

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused).hasMessage(kind + " \"Twin\": 2 definitions of project \"p1\" have this " + member
                + " (uids first, second); address one of them by its uid");
        assertThat(refused.getOutcome()).isEqualTo(Outcome.AMBIGUOUS);
        assertThat(refused.getCode()).isEqualTo("AMBIGUOUS");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("AMBIGUOUS");
        assertThat(calls()).containsExactly("GET /" + resource);
    }

    static List<Object[]> namesakes() {
        return List.of(new Object[]{"audiences", "audience", "name", "get"}, new Object[]{"audiences", "audience", "name", "update"},
                new Object[]{"audiences", "audience", "name", "delete"}, new Object[]{"attributes", "attribute", "key", "update"},
                new Object[]{"attributes", "attribute", "key", "delete"}, new Object[]{"events", "event", "key", "get"},
                new Object[]{"experiences", "experience", "name", "get"}, new Object[]{"experiences", "experience", "name", "update"},
                new Object[]{"experiences", "experience", "name", "delete"});
    }

    @Test
    void F08_oneOfBothCanBeAddressedByItsUid() {
        emulator().seed(PROJECT, """
                {"audiences": [{"uid": "first", "name": "Twin"}, {"uid": "second", "name": "Twin"}]}""");

        Exchange exchange = send("personalize:audiences?operation=delete", null,
                Map.of("CamelPersonalizeUid", "second", "CamelPersonalizeKey", "Twin"));

        assertThat(exchange.getException()).isNull();
        assertThat(emulator().project(PROJECT).audiences()).extracting(audience -> audience.get("uid").textValue())
                .containsExactly("first");
    }

    /** As header, as member of the body and as option; what is told is the place of the uid, and neither the uid nor a URL. */
    private void assertIllegalFromEverywhere(String uid) {
        component().getConfiguration().setBaseUrl(server.baseUrl());
        for (String operation : TARGETED) {
            String uri = "personalize:attributes?operation=" + operation;
            assertIllegal("the header CamelPersonalizeUid", send(uri, age(), header("CamelPersonalizeUid", uid)));
            assertIllegal("the body's uid", send(uri, Map.of("uid", uid, "name", "Age", "key", "age", "data_type", "number")));
        }
        component().getConfiguration().setUid(uid);
        assertThat(startFailure("personalize:attributes?operation=delete&failOn=all")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:attributes: the option uid is not legal: " + RULE + RESERVED);
        assertThat(server.connections()).isZero();
    }

    private void assertIllegal(String source, Exchange exchange) {
        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused).hasMessage("attribute \"age\": " + source + " is not legal: " + RULE);
        assertThat(refused.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(refused.getCode()).isEqualTo("NO_TARGET");
        assertThat(refused.getStatus()).isZero();
    }
}
