// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/** The routes of the guide to values of visitors, against a stub of both services. */
class VisitorRoutesTest {

    private static final String EDGE = "direct:edge";
    private static final String LYTICS = "direct:lytics";
    private static final String TOKEN = "token-of-lytics";
    private static final String RECORD = """
            {"visitor": "crm-4711", "values": {"loyalty_tier": "gold", "orders": 12, "vip": true, "email": "ada@example.com"}}""";
    private static final String ACCEPTED = """
            {"status": 200, "message": "success", "data": {"message_count": 1, "rejected_count": 0}}""";

    /** What earlier steps of a route may have left in a message. */
    private static final Map<String, Object> HEADERS = Map.of("authtoken", "secret", "Authorization", "Bearer secret", "Cookie", "a=b",
            "kafka.TOPIC", "visitors", "CamelHttpUri", "http://127.0.0.1:1/", "CamelHttpPath", "/other", "CamelHttpQuery", "a=b",
            "CamelHttpMethod", "DELETE", "CamelPersonalizeUid", "64c7787b333555469a861224");

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance().build();

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void startRoutes() throws Exception {
        Map.of("personalize.project-uid", "64c7787b333555469a861224", "attribute.keys", "loyalty_tier,orders,vip", "edge.url",
                SERVICE.baseUrl(), "lytics.url", SERVICE.baseUrl() + "/collect/json/visitors", "lytics.token", TOKEN, "read.timeout",
                "3000",
                "retry.delay", "1").forEach(context.getPropertiesComponent()::addInitialProperty);
        context.addRoutes(new VisitorRoutes());
        context.start();
        SERVICE.stubFor(any(anyUrl()).willReturn(okJson(ACCEPTED)));
    }

    @AfterEach
    void stopRoutes() {
        context.stop();
    }

    @Test
    void valuesGoToTheEdgeApiWithTwoHeadersAndNothingElseOfTheMessage() {
        Exchange exchange = send(EDGE, RECORD);

        assertThat(exchange.getException()).isNull();
        assertThat(onlyRequest().getMethod().getName() + " " + onlyRequest().getUrl()).isEqualTo("PATCH /user-attributes");
        assertThat(onlyRequest().getBodyAsString()).isEqualTo("{\"loyalty_tier\":\"gold\",\"orders\":12,\"vip\":true}");
        assertThat(headers()).containsEntry("x-project-uid", "64c7787b333555469a861224")
                .containsEntry("x-cs-personalize-user-uid", "crm-4711").containsEntry("content-type", "application/json")
                .containsOnlyKeys("x-project-uid", "x-cs-personalize-user-uid", "content-type", "content-length", "host", "user-agent",
                        "accept-encoding", "connection");
    }

    @Test
    void valuesGoToLyticsAsOneFlatEventWithTheTokenAndNothingElseOfTheMessage() {
        Exchange exchange = send(LYTICS, RECORD);

        assertThat(exchange.getException()).isNull();
        assertThat(onlyRequest().getMethod().getName() + " " + onlyRequest().getUrl()).isEqualTo("POST /collect/json/visitors");
        assertThat(onlyRequest().getBodyAsString())
                .isEqualTo("{\"loyalty_tier\":\"gold\",\"orders\":12,\"vip\":true,\"external_id\":\"crm-4711\"}");
        assertThat(headers()).containsEntry("authorization", TOKEN).containsEntry("content-type", "application/json").containsOnlyKeys(
                "authorization", "content-type", "content-length", "host", "user-agent", "accept-encoding", "connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {EDGE, LYTICS})
    void aTextIsSentAsUtf8(String route) {
        send(route, "{\"visitor\": \"crm-4711\", \"values\": {\"loyalty_tier\": \"Zürich 金\"}}");

        assertThat(onlyRequest().getBodyAsString()).contains("\"Zürich 金\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {EDGE, LYTICS})
    void aRecordWithoutAValueForTheAttributesIsNotSent(String route) {
        Exchange exchange = send(route, "{\"visitor\": \"crm-4711\", \"values\": {\"email\": \"ada@example.com\"}}");

        assertThat(exchange.getException()).isNull();
        assertThat(requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"city\": \"Bonn\"}", "[]", "[\"gold\"]"})
    void aValueThatIsNoScalarIsRefusedAndNotQuoted(String value) {
        Exchange exchange = send(EDGE, "{\"visitor\": \"crm-4711\", \"values\": {\"orders\": 1, \"loyalty_tier\": " + value + "}}");

        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class).hasMessage("the value of \"loyalty_tier\" "
                + "is not a text, a number or a boolean; leave it out, or flatten it into keys of their own");
        assertThat(requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "4711", "\"\"", "\" \"", "\"Müller\"", "\"Łukasz\"", "\"crm 4711\"", "\"crm-4711\\r\\nauthtoken: x\"",
            "[\"a\", \"b\"]"})
    void aVisitorThatAHeaderCannotCarryIsRefused(String visitor) {
        Exchange exchange = send(EDGE, "{\"visitor\": " + visitor + ", \"values\": {\"orders\": 1}}");

        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"visitor\" is not a text of 1 to 256 visible ASCII characters; send an id of your system");
        assertThat(requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"values\": null", ", \"values\": [{\"orders\": 1}]"})
    void aRecordWithoutValuesIsRefused(String values) {
        Exchange exchange = send(EDGE, "{\"visitor\": \"crm-4711\"" + values + "}");

        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"values\" is not an object; send {\"key of an attribute\": value}");
        assertThat(requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"gold\"", "4711"})
    void aRecordThatIsNoObjectIsRefused(String record) {
        Exchange exchange = send(EDGE, record);

        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the record is not an object; send {\"visitor\": \"...\", \"values\": {...}}");
        assertThat(requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "gold"})
    void aRecordThatIsNoJsonIsReadOnce(String record) {
        Exchange exchange = send(EDGE, record);

        assertThat(exchange.getException()).isInstanceOf(JsonProcessingException.class);
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class)).isZero();
        assertThat(requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aRequestIsSentAgainAfterAStatusThatMayPass(int status) {
        first(aResponse().withStatus(status));

        Exchange exchange = send(EDGE, RECORD);

        assertThat(exchange.getException()).isNull();
        assertThat(requests()).hasSize(2).extracting(LoggedRequest::getBodyAsString)
                .containsOnly("{\"loyalty_tier\":\"gold\",\"orders\":12,\"vip\":true}");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aRequestIsSentAgainAfterABrokenConnection(Fault fault) {
        first(aResponse().withFault(fault));

        Exchange exchange = send(EDGE, RECORD);

        assertThat(exchange.getException()).isNull();
        assertThat(requests()).hasSizeGreaterThan(1);
    }

    @Test
    void aResponseThatDoesNotComeIsNotWaitedFor() {
        first(okJson(ACCEPTED).withFixedDelay(10_000));

        Exchange exchange = send(EDGE, RECORD);

        assertThat(exchange.getException()).isNull();
        assertThat(requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 403, 404, 413, 501})
    void aRequestThatIsRefusedIsSentOnce(int status) {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withHeader("Location", "/elsewhere")));

        Exchange exchange = send(EDGE, RECORD);

        assertThat(exchange.getException()).isInstanceOf(HttpOperationFailedException.class).hasMessageContaining("statusCode: " + status);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aServiceThatStaysAwayFailsTheRecordAfterFourRequests() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));

        Exchange exchange = send(EDGE, RECORD);

        assertThat(exchange.getException()).isInstanceOf(HttpOperationFailedException.class);
        assertThat(requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {EDGE, LYTICS})
    void aCookieOfOneVisitorIsNotSentWithTheNext(String route) {
        SERVICE.stubFor(any(anyUrl()).willReturn(okJson(ACCEPTED).withHeader("Set-Cookie", "visitor=crm-4711; Path=/")));

        send(route, RECORD);
        send(route, RECORD);

        assertThat(requests()).hasSize(2).noneMatch(request -> request.containsHeader("Cookie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"status\": 200, \"message\": \"success\", \"data\": {\"message_count\": 1, \"rejected_count\": 1}}",
            "{\"status\": 200, \"message\": \"success\", \"data\": {\"message_count\": 1}}", "{\"status\": 200, \"message\": \"success\"}",
            "{}"})
    void anEventThatLyticsDoesNotReportAsAcceptedFailsTheRecordAndIsSentOnce(String response) {
        SERVICE.stubFor(any(anyUrl()).willReturn(okJson(response)));

        Exchange exchange = send(LYTICS, RECORD);

        assertThat(exchange.getException()).isInstanceOf(IllegalStateException.class)
                .hasMessage("Lytics does not report the event as accepted; look for it in the stream before you send it again");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void theTokenOfLyticsIsNotInTheMessageOfAFailure() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));

        Exchange exchange = send(LYTICS, RECORD);

        assertThat(exchange.getException()).isInstanceOf(HttpOperationFailedException.class);
        assertThat(exchange.getException().toString() + exchange.getMessage().getHeaders() + exchange.getAllProperties())
                .doesNotContain(TOKEN);
    }

    private Exchange send(String route, String record) {
        return context.createProducerTemplate().send(route, exchange -> {
            exchange.getMessage().setBody(record);
            exchange.getMessage().setHeaders(new LinkedHashMap<>(HEADERS));
        });
    }

    private static void first(ResponseDefinitionBuilder response) {
        SERVICE.stubFor(any(anyUrl()).inScenario("first").whenScenarioStateIs(Scenario.STARTED).willReturn(response)
                .willSetStateTo("later"));
    }

    private static List<LoggedRequest> requests() {
        return SERVICE.findAll(anyRequestedFor(anyUrl()));
    }

    private static LoggedRequest onlyRequest() {
        assertThat(requests()).hasSize(1);
        return requests().get(0);
    }

    private static Map<String, String> headers() {
        return onlyRequest().getHeaders().all().stream()
                .collect(Collectors.toMap(header -> header.key().toLowerCase(Locale.ROOT), HttpHeader::firstValue));
    }
}
