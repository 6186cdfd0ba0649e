// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Headers come from strangers, on the way in as on the way back: none of them decides where a request goes or what it carries. */
@BothDialects
class TrustFaultsTest extends FaultRoutes {

    private static final List<String> WIRE_CONTROLS = List.of("CamelHttpUri", "CamelRestHttpUri", "CamelHttpPath", "CamelHttpQuery",
            "CamelHttpMethod", "CamelRestHttpMethod", "CamelHttpRawQuery", "CamelHttpHost", "CamelHttpPort", "CamelHttpScheme",
            "CamelHttpUrl", "CamelHttpServletRequest", "CamelHttpResponseCode", "CamelHttpCharacterEncoding");

    private static final List<String> REQUEST_HEADERS = List.of("Authorization", "authtoken", "x-project-uid", "Host", "Content-Length",
            "Transfer-Encoding", "Cookie", "X-Forwarded-For", "X-Api-Key", "X-Request-Id", "Proxy-Authorization", "Connection",
            "Content-Encoding");

    /** Operation, body and answer of a request of each method. */
    private static final Map<String, String> ANSWERS = Map.of("list", "[]", "create", "{\"uid\": \"a1\"}", "update&uid=a1",
            "{\"uid\": \"a1\"}", "delete&uid=a1", "{}");

    static Stream<UnaryOperator<String>> spellings() {
        return Stream.of(name -> name, name -> name.toLowerCase(Locale.ROOT), name -> name.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void F09_headersThatSteerCamelsHttpComponentChangeNoByteOfTheRequest(UnaryOperator<String> spelling) {
        try (RawServer elsewhere = RawServer.json("[]")) {
            Map<String, Object> steering = named(WIRE_CONTROLS, spelling, elsewhere.baseUrl() + "/evil?x=1");
            steering.put(spelling.apply("CamelHttpMethod"), "DELETE");

            assertSameBytesWith(steering);

            assertThat(elsewhere.connections()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void F10_aMessageDecidesNeitherOperationNorProjectNorHostNorCredential(UnaryOperator<String> spelling) {
        try (RawServer elsewhere = RawServer.json("[]")) {
            Map<String, Object> orders = new HashMap<>();
            for (String prefix : List.of("", "CamelHeader.", "CamelProperty.")) {
                orders.put(spelling.apply(prefix + "CamelPersonalizeOperation"), "delete");
                orders.put(spelling.apply(prefix + "CamelPersonalizeProjectUid"), "p2");
                orders.put(spelling.apply(prefix + "CamelPersonalizeHost"), elsewhere.baseUrl());
                orders.put(spelling.apply(prefix + "CamelPersonalizeBaseUrl"), elsewhere.baseUrl());
                orders.put(spelling.apply(prefix + "CamelPersonalizeRegion"), "aws-eu");
                orders.put(spelling.apply(prefix + "CamelPersonalizeToken"), "stranger");
                orders.put(spelling.apply(prefix + "CamelPersonalizeAuthtoken"), "stranger");
                orders.put(spelling.apply(prefix + "CamelPersonalizeAccessToken"), "stranger");
            }

            assertSameBytesWith(orders);

            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void F10_anExchangePropertyDecidesNothing() {
        Map<String, Object> orders = Map.of("CamelPersonalizeOperation", "delete", "CamelPersonalizeProjectUid", "p2",
                "CamelPersonalizeUid", "a1", "CamelPersonalizeHost", "evil.example", "CamelPersonalizeToken", "stranger");

        Exchange exchange = sendWithProperties("personalize:attributes?operation=create&headerOverrides=operation,projectUid", age(),
                orders);

        assertThat(exchange.getException()).isNull();
        assertThat(onlyRequest().toString()).isEqualTo("POST /attributes 201");
        assertThat(onlyRequest().project()).isEqualTo("p1");
    }

    @Test
    void F10_theRouteAuthorMayGiveOperationAndProjectOutOfHand() {
        Exchange exchange = send("personalize:attributes?operation=list&headerOverrides=operation,projectUid", age(),
                Map.of("CamelPersonalizeOperation", "create", "CamelPersonalizeProjectUid", "p2", "CamelPersonalizeHost", "evil.example",
                        "CamelPersonalizeBaseUrl", "http://evil.example", "CamelPersonalizeToken", "stranger", "CamelPersonalizeAuthtoken",
                        "stranger"));

        assertThat(exchange.getException()).isNull();
        assertThat(onlyRequest().toString()).isEqualTo("POST /attributes 201");
        assertThat(onlyRequest().project()).isEqualTo("p2");
        assertThat(emulator().project("p2").attribute("age")).isNotNull();
    }

    @Test
    void F10_whatIsNotNamedInHeaderOverridesStaysTheRouteAuthors() {
        Map<String, Object> orders = Map.of("CamelPersonalizeOperation", "create", "CamelPersonalizeProjectUid", "p2");

        send("personalize:attributes?operation=list&headerOverrides=operation", age(), orders);
        send("personalize:attributes?operation=list&headerOverrides=projectUid", age(), orders);

        assertThat(emulator().requests()).extracting(request -> request.method() + " " + request.project())
                .containsExactly("POST p1", "GET p2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "drop", "deleteAll", "getPriority", "listRegions", "create ", "delete\n"})
    void F10_anOperationOfAMessageIsHeldToTheResourcesList(String operation) {
        Exchange exchange = send("personalize:attributes?operation=list&headerOverrides=operation,projectUid", age(),
                header("CamelPersonalizeOperation", operation));

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused)
                .hasMessage("attribute: the header CamelPersonalizeOperation must be one of [list, get, create, update, delete, upsert]");
        assertThat(refused.getCode()).isEqualTo("BAD_HEADER");
        assertNothingWasSent();
        assertThat(bodyOf(exchange)).isEqualTo(age());
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "baseUrl", "authtoken", "accessToken", "token", "uid", "operation,host", "OPERATION", ""})
    void F10_nothingElseCanBeGivenOutOfHand(String overrides) {
        component().getConfiguration().setHeaderOverrides(overrides);

        assertThat(startFailure("personalize:attributes?operation=list")).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "personalize:attributes: the option headerOverrides must be none, or a list of operation, projectUid");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void F11_headersOfARequestToTheRouteAreNotPassedOnToTheService(UnaryOperator<String> spelling) {
        assertSameBytesWith(named(REQUEST_HEADERS, spelling, "stranger"));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void F11_norBackToTheCallerOfTheRoute(UnaryOperator<String> spelling) {
        Map<String, Object> headers = named(REQUEST_HEADERS, spelling, "stranger");
        headers.put("Content-Type", "application/json");
        headers.put("OrderId", "o-1");

        Exchange exchange = send("personalize:attributes?operation=create", age(), headers);

        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys("Content-Type", "OrderId", "CamelPersonalizeUid",
                "CamelPersonalizeKey", "CamelPersonalizeOutcome", "CamelPersonalizeStatusCode", "CamelPersonalizeRequestCount");
    }

    @Test
    void F11_norBackToTheCallerOfABatch() {
        Exchange exchange = send("personalize:attributes?operation=create", "[" + age() + "]",
                named(REQUEST_HEADERS, UnaryOperator.identity(), "stranger"));

        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys("CamelPersonalizeRequestCount");
    }

    @Test
    void F11_afterAFailureTheyAreStillThereForTheDeadLetterQueue() {
        Map<String, Object> headers = named(REQUEST_HEADERS, UnaryOperator.identity(), "stranger");

        Exchange exchange = send("personalize:attributes?operation=create", "{}", headers);

        assertThat(rejected(exchange).getFieldErrors()).isNotEmpty();
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(headers);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 503})
    void F12_noHeaderOfAnAnswerBecomesAHeaderOfTheMessage(int status) {
        Step step = Step.status(status).body("{\"uid\": \"a1\", \"key\": \"age\"}");
        for (String name : List.of("CamelHttpUri", "CamelFileName", "camelpersonalizeoperation", "CamelPersonalizeKind",
                "kafka.OVERRIDE_TOPIC",
                "X-RateLimit-Remaining", "X-Request-Id", "Set-Cookie", "breadcrumbId", "CamelExecCommandExecutable", "Authorization")) {
            step = step.header(name, "stranger");
        }
        emulator().script(Script.on("POST", "/attributes").then(step));

        Exchange exchange = send("personalize:attributes?operation=create", age(), header("OrderId", "o-1"));

        assertThat(exchange.getMessage().getHeaders().keySet()).isSubsetOf("OrderId", "CamelPersonalizeUid", "CamelPersonalizeKey",
                "CamelPersonalizeOutcome", "CamelPersonalizeStatusCode", "CamelPersonalizeRequestCount");
        assertThat(exchange.getMessage().getHeaders().values()).doesNotContain("stranger");
        assertThat(exchange.getProperties().toString()).doesNotContain("stranger");
    }

    /** One request of each method, bare and with these headers: the service cannot tell the two apart. */
    private void assertSameBytesWith(Map<String, Object> headers) {
        ANSWERS.forEach((operation, answer) -> {
            try (RawServer server = RawServer.json(answer)) {
                String uri = "personalize:attributes?operation=" + operation + "&baseUrl=" + server.baseUrl();

                assertThat(send(uri, age()).getException()).isNull();
                assertThat(send(uri, age(), headers).getException()).isNull();

                assertThat(server.requests()).hasSize(2);
                assertThat(server.requests().get(1)).isEqualTo(server.requests().get(0));
            }
        });
    }

    private Exchange sendWithProperties(String uri, Object body, Map<String, Object> properties) {
        send(uri.replace("operation=create", "operation=list"), null);
        emulator().clearRequests();
        return context.createProducerTemplate().send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            properties.forEach(exchange::setProperty);
        });
    }

    private static Map<String, Object> named(List<String> names, UnaryOperator<String> spelling, Object value) {
        Map<String, Object> headers = new LinkedHashMap<>();
        names.forEach(name -> headers.put(spelling.apply(name), value));
        return headers;
    }
}
