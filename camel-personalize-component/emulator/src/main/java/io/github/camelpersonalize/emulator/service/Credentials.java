// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.util.Optional;
import java.util.Set;

import io.github.camelpersonalize.emulator.http.Request;

/** Who may call: the holders of one of the authtokens or of one of the access tokens, who show it in one way, not in two. */
public final class Credentials {

    private static final String BEARER = "Bearer ";

    private Set<String> authtokens = Set.of();
    private Set<String> accessTokens = Set.of();

    /**
     * Lets in the holders of these, and no others.
     *
     * @param authtokens
     *            accepted in the header {@code authtoken}
     * @param accessTokens
     *            accepted in the header {@code authorization}, as a bearer token
     */
    public void accept(Set<String> authtokens, Set<String> accessTokens) {
        this.authtokens = Set.copyOf(authtokens);
        this.accessTokens = Set.copyOf(accessTokens);
    }

    /** Why the request is not let in, none when it is. */
    public Optional<String> objection(Request request) {
        Optional<String> authtoken = request.header("authtoken");
        Optional<String> authorization = request.header("authorization");
        if (authtoken.isPresent() && authorization.isPresent()) {
            return Optional.of("Send either authtoken or authorization, not both.");
        }
        if (authtoken.isEmpty() && authorization.isEmpty()) {
            return Optional.of("Credentials are missing: send authtoken, or authorization with a bearer token.");
        }
        boolean known = authtoken.map(authtokens::contains).orElseGet(() -> bearer(request).filter(accessTokens::contains).isPresent());
        return known ? Optional.empty() : Optional.of("The credentials are not valid.");
    }

    /** The access token that the request shows, whether it is known or not. */
    public Optional<String> bearer(Request request) {
        return request.header("authorization").filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
