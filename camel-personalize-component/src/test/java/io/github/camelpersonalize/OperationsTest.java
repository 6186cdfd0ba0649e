// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.RecordingServer.Recorded;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each of the 20 operations sends exactly the method, path, headers and body of the published API description, with either credential. */
class OperationsTest {

    private static final String ATTRIBUTE = """
            {"name":"Age","key":"age","data_type":"number"}""";
    private static final String AUDIENCE = """
            {"name":"Adults","description":"18 or older","rules":{"age":{"gte":18}}}""";
    private static final String EVENT = """
            {"name":"Purchase","key":"purchase"}""";
    private static final String EXPERIENCE = """
            {"name":"Hero","type":"AB_TEST","variants":[{"name":"A","traffic_percentage":33.5},{"name":"B","traffic_percentage":66.5}]}""";
    private static final String PRIORITY = """
            {"priority":["u2","u1"]}""";

    private static final String ONE = """
            {"uid":"u1","name":"n","key":"k"}""";
    private static final String LIST = """
            {"data":[{"uid":"u1","name":"n","key":"k"}]}""";

    private static final String AUTHTOKEN = "authtoken=secret-1";
    private static final String ACCESS_TOKEN = "accessToken=secret-1";

    /** An operation: its URI, the body that is sent to it, the answer, and what must reach the service. */
    record Row(String resource, String operation, String body, String answer, String method, String path) {

        Row(String resource, String operation, String answer, String method, String path) {
            this(resource, operation, null, answer, method, path);
        }

        @Override
        public String toString() {
            return resource + " " + operation;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(new Row("attributes", "list", LIST, "GET", "/attributes"),
                new Row("attributes", "create", ATTRIBUTE, ONE, "POST", "/attributes"),
                new Row("attributes", "update", ATTRIBUTE, ONE, "PUT", "/attributes/u1"),
                new Row("attributes", "delete", "", "DELETE", "/attributes/u1"),
                new Row("audiences", "list", LIST, "GET", "/audiences"),
                new Row("audiences", "create", AUDIENCE, ONE, "POST", "/audiences"),
                new Row("audiences", "update", AUDIENCE, ONE, "PUT", "/audiences/u1"),
                new Row("audiences", "delete", "", "DELETE", "/audiences/u1"),
                new Row("events", "list", LIST, "GET", "/events"),
                new Row("events", "create", EVENT, ONE, "POST", "/events"),
                new Row("experiences", "list", LIST, "GET", "/experiences"),
                new Row("experiences", "get", ONE, "GET", "/experiences/u1"),
                new Row("experiences", "create", EXPERIENCE, ONE, "POST", "/experiences"),
                new Row("experiences", "update", EXPERIENCE, ONE, "PUT", "/experiences/u1"),
                new Row("experiences", "delete", "", "DELETE", "/experiences/u1"),
                new Row("experiences", "getPriority", PRIORITY, "GET", "/experiences/priority"),
                new Row("experiences", "updatePriority", PRIORITY, PRIORITY, "PUT", "/experiences/priority"),
                new Row("geolocation", "listRegions", LIST, "GET", "/geolocation/regions"),
                new Row("geolocation", "listCountries", LIST, "GET", "/geolocation/countries"),
                new Row("geolocation", "listCities", LIST, "GET", "/geolocation/cities"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void withAnAuthtoken(Row row) throws Exception {
        assertThat(sent(row, AUTHTOKEN).headers()).containsEntry("authtoken", "secret-1").doesNotContainKey("authorization");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void withAnAccessToken(Row row) throws Exception {
        assertThat(sent(row, ACCESS_TOKEN).headers()).containsEntry("authorization", "Bearer secret-1").doesNotContainKey("authtoken");
    }

    @Test
    void theseAreAllOperationsOfTheDialect() {
        assertThat(Dialect.CONTRACT.calls()).extracting(OperationsTest::text).containsExactlyElementsOf(
                rows().map(row -> row + " " + row.method() + " " + row.path().replace("u1", "{id}")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "delete"})
    void eventsCannotBeChangedInThisDialectWhichIsToldAtStart(String operation) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertThatThrownBy(
                    () -> context.getEndpoint("personalize:events?projectUid=p1&authtoken=t&operation=" + operation).createProducer())
                    .hasMessage("personalize:events: there is no operation \"" + operation
                            + "\" in the dialect contract; use list, get, create, upsert; dialect=live has it");
        }
    }

    private static String text(Call call) {
        return call.resource() + " " + call.operation() + " " + call.verb() + " " + call.path();
    }

    private static Recorded sent(Row row, String credential) throws Exception {
        try (RecordingServer server = new RecordingServer(200, row.answer()); CamelContext context = new DefaultCamelContext()) {
            context.start();
            String target = row.path().endsWith("u1") ? "&uid=u1" : "";
            // the check of a new order reads the present one first
            String unchecked = row.operation().equals("updatePriority") ? "&validate=false" : "";
            String uri = "personalize:%s?operation=%s&projectUid=p1&baseUrl=%s&%s%s%s".formatted(row.resource(), row.operation(),
                    server.baseUrl(), credential, target, unchecked);
            Exchange exchange = context.createProducerTemplate().request(uri, in -> in.getMessage().setBody(row.body()));

            assertThat(exchange.getException()).isNull();
            assertThat(server.requests()).hasSize(1);
            Recorded request = server.requests().get(0);
            assertThat(request.method() + " " + request.target()).isEqualTo(row.method() + " " + row.path());
            assertThat(request.headers()).containsEntry("x-project-uid", "p1").containsEntry("accept", "application/json");
            assertThat(request.headers()).containsOnlyKeys(expectedHeaders(row, credential));
            assertBody(row, request);
            return request;
        }
    }

    private static List<String> expectedHeaders(Row row, String credential) {
        Stream<String> always = Stream.of("host", "connection", "accept", "user-agent", "x-project-uid",
                credential.equals(AUTHTOKEN) ? "authtoken" : "authorization");
        return Stream.concat(always, row.body() == null ? Stream.of() : Stream.of("content-type", "content-length")).toList();
    }

    private static void assertBody(Row row, Recorded request) throws Exception {
        if (row.body() == null) {
            assertThat(request.body()).isEmpty();
        } else {
            assertThat(request.headers()).containsEntry("content-type", "application/json");
            ObjectMapper mapper = new ObjectMapper();
            assertThat(mapper.readValue(request.body(), Map.class)).isEqualTo(mapper.readValue(row.body(), Map.class));
        }
    }
}
