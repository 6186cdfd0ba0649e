// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.queries;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Places come a page at a time, and are read to the last one, whatever is around the array. */
class PagesTest {

    private final List<String> queries = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1000, 1001, 2000, 2500})
    void allPagesAreRead(int places) throws Exception {
        Exchange exchange = list(query -> page(places, skip(query)));

        assertThat(exchange.getMessage().getBody(List.class)).hasSize(places).doesNotHaveDuplicates();
        assertThat(queries).hasSize(places / 1000 + 1).last().isEqualTo("limit=1000&skip=" + places / 1000 * 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"count\": 1, \"places\": %s}", "{\"items\": %s}"})
    void theArrayMayStandInAnObject(String form) throws Exception {
        Exchange exchange = list(query -> form.formatted("[{\"code\": \"US\"}]"));

        assertThat(exchange.getMessage().getBody()).hasToString("[{code=US}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\": [], \"b\": []}", "\"US\"", "[\"US\"]"})
    void whatIsNoListOfPlacesIsNotTakenForAnEmptyOne(String body) throws Exception {
        assertThat(list(query -> body).getException())
                .hasMessageContaining("the response to GET /geolocation/cities is not a list of geolocation");
    }

    @Test
    void aServiceThatSendsAllAtOnceIsNotAskedForMore() throws Exception {
        Exchange exchange = list(query -> places(0, 1500));

        assertThat(exchange.getMessage().getBody(List.class)).hasSize(1500);
        assertThat(queries).hasSize(1);
    }

    @Test
    void oneThatSendsTheSamePageAgainIsNotAskedForEver() throws Exception {
        assertThat(list(query -> page(5000, 0)).getException())
                .hasMessageContaining("the response to GET /geolocation/cities: page 1 repeats the one before it");
        assertThat(queries).hasSize(2);
    }

    private static String page(int places, int skip) {
        return places(skip, Math.min(places, skip + 1000));
    }

    private static String places(int from, int to) {
        return IntStream.range(from, to).mapToObj(code -> "{\"code\": \"" + code + "\"}").collect(Collectors.joining(",", "[", "]"));
    }

    private static int skip(String query) {
        return Integer.parseInt(query.replaceAll(".*skip=(\\d+).*", "$1"));
    }

    private Exchange list(UnaryOperator<String> answers) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            queries.add(query);
            byte[] body = answers.apply(query).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            return context.createProducerTemplate().request("personalize:geolocation?operation=listCities&dialect=live&projectUid=p1"
                    + "&authtoken=t&requestsPerSecond=1000&baseUrl=http://127.0.0.1:" + server.getAddress().getPort(), in -> {});
        } finally {
            server.stop(0);
        }
    }
}
