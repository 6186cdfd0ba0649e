// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.credentials.Credentials.Header;
import org.jspecify.annotations.Nullable;

/**
 * The successful response of a token endpoint (RFC 6749, section 5.1).
 *
 * @param header with the access token
 * @param life of the access token
 * @param refreshToken a new refresh token, or {@code null}
 */
record TokenResponse(Header header, Duration life, @Nullable String refreshToken) {

    /** The life of Contentstack's tokens, when the server sends none. */
    private static final Duration USUAL_LIFE = Duration.ofMinutes(60);

    /** A shorter life would make every request ask for a token first. */
    private static final Duration MIN_LIFE = Duration.ofSeconds(10);

    /** A longer life is ignored; refreshing once a day costs nothing. */
    private static final Duration MAX_LIFE = Duration.ofDays(1);

    /** Some servers send it as text. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    /**
     * @throws CredentialsException when the access token is missing or cannot be used
     */
    static TokenResponse of(JsonNode body, TokenErrors errors) throws CredentialsException {
        JsonNode token = body.path("access_token");
        if (!token.isTextual() || token.textValue().isEmpty()) {
            throw errors.unusable("without an access_token");
        }
        JsonNode type = body.path("token_type");
        if (!"bearer".equalsIgnoreCase(type.textValue())) {
            throw errors.unusable("with a token_type other than Bearer");
        }
        try {
            Header header = new Header("authorization", "Bearer " + token.textValue());
            return new TokenResponse(header, life(body.path("expires_in")), text(body.path("refresh_token")));
        } catch (IllegalArgumentException e) {
            throw errors.unusable("with an access_token that no header can carry");
        }
    }

    private static Duration life(JsonNode expiresIn) {
        if (!expiresIn.isNumber() && !NUMBER.matcher(expiresIn.asText("")).matches()) {
            return USUAL_LIFE;
        }
        BigDecimal seconds = expiresIn.isNumber() ? expiresIn.decimalValue() : new BigDecimal(expiresIn.textValue());
        return Duration.ofSeconds(seconds.max(seconds(MIN_LIFE)).min(seconds(MAX_LIFE)).longValue());
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "TokenResponse[life=" + life + "]";
    }
}
