// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
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

import static org.assertj.core.api.Assertions.assertThat;

/** Each call of {@code dialect=live} sends exactly its method, path, query, headers and body, with either credential. */
class LiveOperationsTest {

    private static final String ATTRIBUTE = """
            {"name":"Loyalty tier","key":"loyalty_tier","description":"bronze, silver or gold"}""";
    private static final String AUDIENCE = """
            {"name":"Gold","description":"","definition":{"__type":"RuleCombination","combinationType":"AND","rules":[]}}""";
    private static final String EVENT = """
            {"key":"checkout_done","description":"order was placed"}""";
    private static final String EXPERIENCE = """
            {"name":"Welcome banner","description":"","__type":"SEGMENTED","tags":["env:production"]}""";
    private static final String VERSION = """
            {"status":"DRAFT","variants":[{"__type":"SegmentedVariant","name":"Gold","audiences":["a1"],"audienceCombinationType":"OR",\
            "lyticsAudiences":[]}]}""";
    private static final String PRIORITY = """
            {"priorityOrder":["u2","u1"]}""";
    private static final String NEW_PROJECT = """
            {"name":"Shop","description":"","connectedStackApiKey":"blt1"}""";

    private static final String ONE = """
            {"uid":"u1","name":"n","key":"k","status":"DRAFT","variants":[]}""";
    private static final String LIST = "[" + ONE + "]";
    private static final String AUTHTOKEN = "authtoken=secret-1";
    private static final String ACCESS_TOKEN = "accessToken=secret-1";

    /** A call: its URI, the body that is sent to it, the answer, and what must reach the service. */
    record Row(String uri, String body, String answer, String method, String target) {

        Row(String uri, String answer, String method, String target) {
            this(uri, null, answer, method, target);
        }

        String resource() {
            return uri.replaceAll("\\?.*", "");
        }

        String operation() {
            return uri.replaceAll(".*operation=(\\w+).*", "$1");
        }

        /** As the dialect's table has it. */
        String call() {
            return resource() + " " + operation() + " " + method + " "
                    + target.replaceAll("\\?.*", "").replace("u1", "{id}").replace("v1", "{version}");
        }

        @Override
        public String toString() {
            return uri;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(new Row("attributes?operation=list", LIST, "GET", "/attributes"),
                new Row("attributes?operation=create", ATTRIBUTE, ONE, "POST", "/attributes"),
                new Row("attributes?operation=update&uid=u1", ATTRIBUTE, ONE, "PUT", "/attributes/u1"),
                new Row("attributes?operation=delete&uid=u1", "", "DELETE", "/attributes/u1"),
                new Row("audiences?operation=list", LIST, "GET", "/audiences"),
                new Row("audiences?operation=create", AUDIENCE, ONE, "POST", "/audiences"),
                new Row("audiences?operation=update&uid=u1", AUDIENCE, ONE, "PUT", "/audiences/u1"),
                new Row("audiences?operation=delete&uid=u1", "", "DELETE", "/audiences/u1"),
                new Row("events?operation=list", LIST, "GET", "/events"),
                new Row("events?operation=create", EVENT, ONE, "POST", "/events"),
                new Row("events?operation=update&uid=u1", EVENT, ONE, "PUT", "/events/u1"),
                new Row("events?operation=delete&uid=u1", "", "DELETE", "/events/u1"),
                new Row("experiences?operation=list", LIST, "GET", "/experiences"),
                new Row("experiences?operation=get&uid=u1", ONE, "GET", "/experiences/u1"),
                new Row("experiences?operation=create", EXPERIENCE, ONE, "POST", "/experiences"),
                new Row("experiences?operation=update&uid=u1", EXPERIENCE, ONE, "PUT", "/experiences/u1"),
                new Row("experiences?operation=delete&uid=u1", "", "DELETE", "/experiences/u1"),
                new Row("experiences?operation=listVersions&uid=u1", LIST, "GET", "/experiences/u1/versions"),
                new Row("experiences?operation=createVersion&uid=u1", VERSION, ONE, "POST", "/experiences/u1/versions"),
                new Row("experiences?operation=updateVersion&uid=u1&versionUid=v1", VERSION, ONE, "PUT", "/experiences/u1/versions/v1"),
                new Row("experiences?operation=deleteVersion&uid=u1&versionUid=v1", "", "DELETE", "/experiences/u1/versions/v1"),
                new Row("experiences?operation=getSummary&uid=u1&versionUid=v1", "{\"any\":1}", "GET",
                        "/experiences/u1/analytics/summary?version=v1"),
                new Row("experiences?operation=getTimeSeries&uid=u1&versionUid=v1", "[[1]]", "GET",
                        "/experiences/u1/analytics/time-series?version=v1"),
                new Row("experiences?operation=getPriority", PRIORITY, "GET", "/experiences-priority"),
                new Row("experiences?operation=updatePriority&validate=false", PRIORITY, PRIORITY, "PUT", "/experiences-priority"),
                new Row("geolocation?operation=listRegions", LIST, "GET", "/geolocation/regions?limit=1000&skip=0"),
                new Row("geolocation?operation=listCountries", LIST, "GET", "/geolocation/countries?limit=1000&skip=0"),
                new Row("geolocation?operation=listCities", LIST, "GET", "/geolocation/cities?limit=1000&skip=0"),
                new Row("projects?operation=list", LIST, "GET", "/projects"),
                new Row("projects?operation=create", NEW_PROJECT, ONE, "POST", "/projects"),
                new Row("projects?operation=update&uid=u1", NEW_PROJECT, ONE, "PUT", "/projects/u1"),
                new Row("projects?operation=delete&uid=u1", "", "DELETE", "/projects/u1"));
    }

    /** Calls whose query has more than their rows above. */
    static Stream<Row> queries() {
        return Stream.of(
                new Row("audiences?operation=list&includeLyticsAudiences=true", LIST, "GET", "/audiences?includeLyticsAudiences=true"),
                new Row("audiences?operation=list&includeLyticsAudiences=false", LIST, "GET", "/audiences"),
                new Row("geolocation?operation=listCities&name=chi+cago", LIST, "GET",
                        "/geolocation/cities?limit=1000&skip=0&name=chi%20cago"),
                new Row("geolocation?operation=listRegions&code=US-AZ, US-IL", LIST, "GET",
                        "/geolocation/regions?limit=1000&skip=0&code%5B%5D=US-AZ&code%5B%5D=US-IL"),
                new Row("geolocation?operation=listCountries&code=US;DE", LIST, "GET",
                        "/geolocation/countries?limit=1000&skip=0&code%5B%5D=US&code%5B%5D=DE"),
                new Row("geolocation?operation=listCities&code=chicago,IL,US;berlin,BE,DE", LIST, "GET",
                        "/geolocation/cities?limit=1000&skip=0&code%5B%5D=chicago%2CIL%2CUS&code%5B%5D=berlin%2CBE%2CDE"),
                new Row("experiences?operation=getSummary&uid=u1&versionUid=v1&from=2026-10-01T00:00:00Z&to=2026-10-31T23:59:59Z", "{}",
                        "GET",
                        "/experiences/u1/analytics/summary?version=v1&from=2026-10-01T00%3A00%3A00Z&to=2026-10-31T23%3A59%3A59Z"),
                new Row("experiences?operation=getTimeSeries&uid=u1&versionUid=v1&metric=checkout_done&from=2026-10-01T00:00:00Z", "{}",
                        "GET",
                        "/experiences/u1/analytics/time-series?version=v1&from=2026-10-01T00%3A00%3A00Z&metric=checkout_done"));
    }

    /** Calls before which a list or the present order is read. */
    static Stream<Row> readFirst() {
        return Stream.of(
                new Row("audiences?operation=list&referredAttributes=u1,k", LIST, "GET",
                        "/audiences?referredAttributes%5B%5D=u1&referredAttributes%5B%5D=u1"),
                new Row("experiences?operation=list&referredAudiences=u1", LIST, "GET", "/experiences?referredAudiences%5B%5D=u1"),
                new Row("experiences?operation=list&referredEvents=u1", LIST, "GET", "/experiences?referredEvents%5B%5D=u1"),
                new Row("experiences?operation=updatePriority", PRIORITY, PRIORITY, "PUT", "/experiences-priority"));
    }

    @ParameterizedTest
    @MethodSource("readFirst")
    void afterARead(Row row) throws Exception {
        assertThat(sent(row, AUTHTOKEN, 2).headers()).containsEntry("authtoken", "secret-1");
    }

    @ParameterizedTest
    @MethodSource({"rows", "queries"})
    void withAnAuthtoken(Row row) throws Exception {
        assertThat(sent(row, AUTHTOKEN).headers()).containsEntry("authtoken", "secret-1").doesNotContainKey("authorization");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void withAnAccessToken(Row row) throws Exception {
        assertThat(sent(row, ACCESS_TOKEN).headers()).containsEntry("authorization", "Bearer secret-1").doesNotContainKey("authtoken");
    }

    @Test
    void theseAreAllCallsOfTheDialect() {
        assertThat(Dialect.LIVE.calls()).extracting(LiveOperationsTest::text).containsExactlyElementsOf(rows().map(Row::call).toList());
    }

    private static String text(Call call) {
        return call.resource() + " " + call.operation() + " " + call.verb() + " " + call.path();
    }

    private static Recorded sent(Row row, String credential) throws Exception {
        return sent(row, credential, 1);
    }

    /** The last of so many requests. */
    private static Recorded sent(Row row, String credential, int requests) throws Exception {
        try (RecordingServer server = new RecordingServer(200, row.answer()); CamelContext context = new DefaultCamelContext()) {
            context.start();
            boolean isOfOrganization = row.resource().equals("projects");
            String uri = "personalize:%s&dialect=live&%s&baseUrl=%s&%s".formatted(row.uri(),
                    isOfOrganization ? "organizationUid=o1" : "projectUid=p1", server.baseUrl(), credential);
            Exchange exchange = context.createProducerTemplate().request(uri, in -> in.getMessage().setBody(row.body()));

            assertThat(exchange.getException()).isNull();
            assertThat(server.requests()).hasSize(requests);
            Recorded request = server.requests().get(requests - 1);
            assertThat(request.method() + " " + request.target()).isEqualTo(row.method() + " " + row.target());
            assertThat(request.headers()).containsEntry(isOfOrganization ? "organization_uid" : "x-project-uid",
                    isOfOrganization ? "o1" : "p1").containsEntry("accept", "application/json");
            assertThat(request.headers()).containsOnlyKeys(expectedHeaders(row, isOfOrganization, credential));
            assertBody(row, request);
            return request;
        }
    }

    private static List<String> expectedHeaders(Row row, boolean isOfOrganization, String credential) {
        Stream<String> always = Stream.of("host", "connection", "accept", "user-agent",
                isOfOrganization ? "organization_uid" : "x-project-uid", credential.equals(AUTHTOKEN) ? "authtoken" : "authorization");
        return Stream.concat(always, row.body() == null ? Stream.of() : Stream.of("content-type", "content-length")).toList();
    }

    private static void assertBody(Row row, Recorded request) throws Exception {
        if (row.body() == null) {
            assertThat(request.body()).isEmpty();
        } else {
            assertThat(request.headers()).containsEntry("content-type", "application/json");
            ObjectMapper mapper = new ObjectMapper();
            assertThat(mapper.readTree(request.body())).isEqualTo(mapper.readTree(row.body()));
        }
    }
}
