// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.net.URI;
import java.util.Map;

import io.github.camelpersonalize.api.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What requests, responses and settings say of themselves. */
class MessagesTest {

    private static final byte[] NOTHING = new byte[0];

    @ParameterizedTest
    @CsvSource({"100, false", "199, false", "200, true", "204, true", "299, true", "300, false", "404, false", "500, false"})
    void aResponseOf2xxIsASuccess(int status, boolean success) {
        assertThat(new Response(status, Map.of(), NOTHING).isSuccess()).isEqualTo(success);
    }

    @ParameterizedTest
    @CsvSource({", false", "identity, false", "' Identity ', false", "gzip, true", "'gzip, identity', true", "'', true"})
    void aContentEncodingOtherThanIdentityIsACompression(String encoding, boolean encoded) {
        Map<String, String> headers = encoding == null ? Map.of() : Map.of("content-encoding", encoding);

        assertThat(new Response(200, headers, NOTHING).isEncoded()).isEqualTo(encoded);
    }

    @Test
    void aResponseWithoutBodyIsEmpty() {
        assertThat(new Response(200, Map.of(), NOTHING).isEmpty()).isTrue();
        assertThat(new Response(200, Map.of(), new byte[1]).isEmpty()).isFalse();
    }

    @Test
    void theTextOfARequestHoldsNoCredential() {
        assertThat(new Request(HttpMethod.GET, URI.create("https://service.example/events"), Map.of("authtoken", "secret"), null))
                .hasToString("GET https://service.example/events");
    }

    @Test
    void theTextOfAProxyHoldsNoPassword() {
        assertThat(new ClientSettings.Proxy("http", "proxy.example", 3128, "user", "secret", null))
                .hasToString("http://proxy.example:3128");
    }
}
