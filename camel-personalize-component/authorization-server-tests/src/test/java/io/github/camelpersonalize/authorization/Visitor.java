// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.authorization;

import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.camelpersonalize.credentials.Credentials.Header;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What people and the API do at the authorization server: authorize the app, revoke its tokens, use the resource. Plain HTTP. */
final class Visitor {

    private static final String CALLBACK = "http://127.0.0.1/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("^" + Pattern.quote(CALLBACK) + "\\?code=([^&]+)");
    private static final Pattern REFRESH_TOKEN = Pattern.compile("\"refresh_token\":\"([^\"]+)\"");

    private final AuthorizationServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Visitor(AuthorizationServer server) {
        this.server = server;
    }

    /** Signs in and authorizes the app, as a user with a browser does (RFC 6749, section 4.1), and gives the first refresh token. */
    String authorizeApp() throws Exception {
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String page = send(browser, HttpRequest.newBuilder(server.url("/login"))).body();
        send(browser, post("/login", Map.of("username", "user", "password", "password", "_csrf", first(CSRF, page))));
        String query = form(
                Map.of("response_type", "code", "client_id", "app", "redirect_uri", CALLBACK, "scope", AuthorizationServer.SCOPE));
        String location = send(browser, HttpRequest.newBuilder(server.url("/oauth2/authorize?" + query))).headers().firstValue("location")
                .orElseThrow();
        String code = first(CODE, location);
        return first(REFRESH_TOKEN, token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK)).body());
    }

    /** Uses a refresh token behind the component's back. */
    HttpResponse<String> use(String refreshToken) throws Exception {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Makes a token worthless (RFC 7009). */
    void revoke(String clientId, String token) throws Exception {
        Map<String, String> fields = Map.of("client_id", clientId, "client_secret", AuthorizationServer.secret(clientId), "token", token);
        assertThat(send(client, post("/oauth2/revoke", fields)).statusCode()).isEqualTo(200);
    }

    /** The status with which the resource answers the credential. */
    int status(Header credential) throws Exception {
        return send(client, HttpRequest.newBuilder(server.url("/attributes")).header(credential.name(), credential.value())).statusCode();
    }

    private HttpResponse<String> token(Map<String, String> grant) throws Exception {
        Map<String, String> fields = new HashMap<>(grant);
        fields.put("client_id", "app");
        fields.put("client_secret", AuthorizationServer.secret("app"));
        return send(client, post("/oauth2/token", fields));
    }

    private HttpRequest.Builder post(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(server.url(path)).header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
