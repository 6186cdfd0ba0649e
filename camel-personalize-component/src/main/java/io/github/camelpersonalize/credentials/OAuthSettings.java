// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.net.URI;
import java.util.Objects;

import io.github.camelpersonalize.text.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The settings that an access token depends on. Equal settings share one {@link OAuthCredentials}, as they must when the refresh token is
 * rotated at each use.
 * <p>
 * With a refresh token the grant is {@code refresh_token} (RFC 6749, section 6), without one it is {@code client_credentials} (section 4.4).
 *
 * @param tokenUrl the token endpoint of the authorization server
 * @param clientId the name of the client, no secret
 * @param clientSecret the client's password, or {@code null} for a public client, which needs a refresh token
 * @param refreshToken the first refresh token, or {@code null}
 * @param scope names separated by spaces, or {@code null} for the authorization server's default
 */
public record OAuthSettings(URI tokenUrl, String clientId, @Nullable String clientSecret, @Nullable String refreshToken,
        @Nullable String scope) {

    /** Long enough to tell clients apart; the digest does not reveal the refresh token. */
    private static final int KEY_BYTES = 16;

    public OAuthSettings {
        Objects.requireNonNull(tokenUrl, "tokenUrl");
        clientSecret = textOrNull(clientSecret);
        refreshToken = textOrNull(refreshToken);
        scope = textOrNull(scope);
        if (textOrNull(clientId) == null) {
            throw new IllegalArgumentException("OAuth needs clientId");
        }
        if (clientSecret == null && refreshToken == null) {
            throw new IllegalArgumentException("OAuth needs refreshToken or clientSecret, or both, beside clientId");
        }
    }

    /** The name of the grant, as in the request. */
    String grant() {
        return refreshToken == null ? "client_credentials" : "refresh_token";
    }

    /** The host of the authorization server, with its port if it is not the default; the rest of the URL may hold secrets. */
    String server() {
        return tokenUrl.getPort() == -1 ? tokenUrl.getHost() : tokenUrl.getHost() + ":" + tokenUrl.getPort();
    }

    /**
     * The key under which newer refresh tokens are stored. It depends on the configured refresh token, so that a newly configured one takes
     * effect. It does not depend on the client's secret, which may change.
     */
    String storeKey() {
        return Sha256.hex(String.join("\n", tokenUrl.toString(), clientId, refreshToken), KEY_BYTES);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "OAuthSettings[server=" + server() + ", clientId=" + clientId + ", grant=" + grant() + ", scope=" + scope + "]";
    }
}
