// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets in who knows the secret and sends JSON, and looks at headers only. It has to stand before the route: a form, for one, would be read and taken
 * apart before the first step of the route could look at it.
 */
public final class SecretFilter implements Filter {

    /** The header that carries the secret. */
    static final String HEADER = "X-Webhook-Secret";

    private final byte[] secret;

    /**
     * A filter for one secret.
     *
     * @param secret
     *            what the sender has to know
     */
    public SecretFilter(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("webhook.secret is empty: anybody could create definitions");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        HttpServletRequest call = (HttpServletRequest) request;
        if (!isKnown(call.getHeader(HEADER))) {
            refuse((HttpServletResponse) response, 401, "the header " + HEADER + " is missing or wrong");
        } else if (!isJson(call.getContentType())) {
            refuse((HttpServletResponse) response, 415, "the message must be sent as application/json");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** How long it takes does not tell how much of a guess is right. */
    private boolean isKnown(String candidate) {
        return candidate != null && MessageDigest.isEqual(secret, candidate.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isJson(String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?");
    }

    private static void refuse(HttpServletResponse response, int status, String error) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getWriter().print("{\"error\":\"" + error + "\"}");
    }
}
