// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

import io.github.camelpersonalize.faultserver.Answer;
import io.github.camelpersonalize.faultserver.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The server is the proxy: whatever reaches it went through the proxy. */
class ProxyClientTest extends Exchanges {

    private static final String PLAIN = "http://service.invalid/events";
    /** As newer clients write it. */
    private static final String PLAIN_WITH_PORT = "http://service.invalid:80/events";
    private static final String SECURE = "https://service.invalid/events";
    private static final Answer ASKS_FOR_A_CREDENTIAL = Answers.status(407).header("Proxy-Authenticate", "Basic realm=\"out\"");

    @Test
    void requestsGoThroughTheProxyAsTheyAre() throws Exception {
        server.on("GET **", Answers.ok("{}"));

        assertThat(text(throughProxy(PLAIN))).isEqualTo("{}");

        assertThat(server.recorded()).singleElement().satisfies(request -> {
            assertThat(request.target()).isIn(PLAIN, PLAIN_WITH_PORT);
            assertThat(request.header("authtoken")).isEqualTo("t1");
            assertThat(request.headers()).extracting(line -> line.replaceAll(":.*", "").toLowerCase(Locale.ROOT))
                    .doesNotContain("user-agent", "accept-encoding", "cookie", "proxy-authorization");
        });
    }

    @Test
    void theProxyGetsItsCredentialWhenItAsksForIt() throws Exception {
        server.on("GET **", ASKS_FOR_A_CREDENTIAL, Answers.ok("{}"));

        assertThat(get(new ClientSettings(null, proxy("user", "secret", null), POOL), PLAIN, BOUNDS).status()).isEqualTo(200);

        assertThat(server.recorded()).extracting(request -> request.header("proxy-authorization")).containsExactly(null,
                "Basic dXNlcjpzZWNyZXQ=");
    }

    @Test
    void withoutACredentialItsQuestionIsTheResponse() throws Exception {
        server.always("** **", ASKS_FOR_A_CREDENTIAL);

        assertThat(throughProxy(PLAIN).status()).isEqualTo(407);
        assertThat(throughProxy(SECURE).status()).isEqualTo(407);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 302, 403, 404, 503})
    void aRefusedTunnelIsNoResponseOfTheService(int status) {
        server.always("CONNECT **", Answers.status(status));

        assertThatThrownBy(() -> throughProxy(SECURE)).isInstanceOf(TransportException.class)
                .hasMessage("the proxy refused the tunnel with " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 503})
    void withoutATunnelItIs(int status) throws Exception {
        server.always("GET **", Answers.status(status));

        assertThat(throughProxy(PLAIN).status()).isEqualTo(status);
    }

    @Test
    void hostsWithoutProxyAreReachedDirectly() throws Exception {
        ClientSettings settings = new ClientSettings(null,
                new ClientSettings.Proxy("http", "proxy.invalid", 1, null, null, "127.0.0.1,localhost"), POOL);

        assertThat(get(settings, server.baseUrl() + "/events", BOUNDS).status()).isEqualTo(200);

        assertThat(server.requests()).containsExactly(EVENTS);
    }

    @Test
    void aGlobalOptionOfTheContextNamesAProxyToo() throws Exception {
        context.getGlobalOptions().put("http.proxyHost", "127.0.0.1");
        context.getGlobalOptions().put("http.proxyPort", String.valueOf(URI.create(server.baseUrl()).getPort()));
        server.on("GET **", Answers.ok("{}"));

        assertThat(text(get(PLAIN))).isEqualTo("{}");

        assertThat(server.recorded()).singleElement().satisfies(request -> assertThat(request.target()).isIn(PLAIN, PLAIN_WITH_PORT));
    }

    @Test
    void anEmptyOneNamesNone() throws Exception {
        context.getGlobalOptions().put("http.proxyHost", "");

        getEvents();

        assertThat(server.requests()).containsExactly(EVENTS);
        assertThat(ProxyClient.isNeededBy(context)).isFalse();
    }

    @Test
    void nothingIsAskedForTwice() {
        server.always("GET **", Answers.reset());

        assertThatThrownBy(() -> throughProxy(PLAIN)).isInstanceOf(IOException.class);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        server.always("GET **", Answers.status(302).header("Location", "http://service.invalid/elsewhere"));

        assertThat(throughProxy(PLAIN).status()).isEqualTo(302);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void noCookieIsSentBack() throws Exception {
        server.always("GET **", Answers.ok("{}").header("Set-Cookie", "a=b; Path=/"));

        throughProxy(PLAIN);
        throughProxy(PLAIN);

        assertThat(server.recorded()).hasSize(2);
        assertThat(server.recorded().get(1).headers()).isEqualTo(server.recorded().get(0).headers());
    }

    @Test
    void theHttpComponentOfTheContextIsLeftAlone() throws Exception {
        server.always("GET **", Answers.ok("{}"));

        throughProxy(PLAIN);

        assertThat(context.hasComponent("http")).isNull();
    }

    @Test
    void theConnectionToTheProxyIsUsedAgain() throws Exception {
        server.always("GET **", Answers.ok("{}"));

        throughProxy(PLAIN);
        throughProxy(PLAIN);

        assertThat(server.connections()).isEqualTo(1);
    }

    private Response throughProxy(String url) throws IOException {
        return get(new ClientSettings(null, proxy(null, null, null), POOL), url, BOUNDS);
    }
}
