// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Region;
import io.github.camelpersonalize.credentials.BeanCredentials;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.OAuthSettings;

/** Finds the one way to authenticate that the options tell. */
final class Authentication {

    private static final String CHOICES = "authtoken, accessToken, clientId (with the other OAuth options) or credentials";

    private final PersonalizeConfiguration options;
    private final OptionErrors faults;
    private final Function<OAuthSettings, Credentials> oauth;

    /**
     * @param oauth supplies credentials for OAuth; equal settings get the same
     */
    Authentication(PersonalizeConfiguration options, OptionErrors faults, Function<OAuthSettings, Credentials> oauth) {
        this.options = options;
        this.faults = faults;
        this.oauth = oauth;
    }

    /** An endpoint that says how to authenticate means just that, not that as well as the component's way. */
    static void clear(PersonalizeConfiguration options) {
        options.setAuthtoken(null);
        options.setAccessToken(null);
        options.setClientId(null);
        options.setClientSecret(null);
        options.setRefreshToken(null);
        options.setCredentials(null);
    }

    /** The options of which an endpoint may have one instead of the component's. */
    static final List<String> OPTIONS = List.of("authtoken", "accessToken", "clientId", "credentials");

    Credentials check() {
        List<Supplier<Credentials>> given = Stream.of(authtoken(), accessToken(), oauth(), bean()).filter(Objects::nonNull).toList();
        return switch (given.size()) {
            case 1 -> given.get(0).get();
            case 0 -> throw faults.wrong("a way to authenticate is missing: set one of the options " + CHOICES
                    + " on the endpoint or as camel.component.personalize.*");
            default -> throw faults.wrong("there is more than one way to authenticate: set exactly one of the options " + CHOICES);
        };
    }

    private Supplier<Credentials> authtoken() {
        return options.getAuthtoken() == null ? null : legal("authtoken", () -> Credentials.authtoken(options.getAuthtoken().strip()));
    }

    private Supplier<Credentials> accessToken() {
        return options.getAccessToken() == null
                ? null
                : legal("accessToken", () -> Credentials.accessToken(options.getAccessToken().strip()));
    }

    private Supplier<Credentials> bean() {
        return options.getCredentials() == null ? null : () -> new BeanCredentials(options.getCredentials());
    }

    private Supplier<Credentials> oauth() {
        if (Stream.of(options.getClientId(), options.getClientSecret(), options.getRefreshToken()).allMatch(Objects::isNull)) {
            return null;
        }
        return () -> {
            if (options.getClientId() == null) {
                throw faults.missing("clientId", "the id of the OAuth client");
            }
            if (options.getClientSecret() == null && options.getRefreshToken() == null) {
                throw faults.missing("refreshToken", "a refresh token of the OAuth client, or its clientSecret");
            }
            return oauth.apply(new OAuthSettings(tokenUrl(), options.getClientId().strip(), strip(options.getClientSecret()),
                    strip(options.getRefreshToken()), options.getScope()));
        };
    }

    private URI tokenUrl() {
        if (options.getTokenUrl() != null) {
            return faults.serviceUrl("tokenUrl", options.getTokenUrl(), options.isAllowInsecureHttp(),
                    Region.AWS_NA.tokenUrl().toString());
        }
        if (options.getBaseUrl() != null) {
            throw faults.missing("tokenUrl", "the token endpoint that belongs to baseUrl");
        }
        return Region.named(options.getRegion()).map(Region::tokenUrl).orElseThrow();
    }

    /** A secret read from a mounted file often ends in a line break, which is stripped; within a secret it is a mistake. */
    private Supplier<Credentials> legal(String option, Supplier<Credentials> credentials) {
        return () -> {
            try {
                return credentials.get();
            } catch (IllegalArgumentException e) {
                throw faults.wrong("the option " + option + " is empty or has characters that a header cannot carry");
            }
        };
    }

    private static String strip(String secret) {
        return secret == null ? null : secret.strip();
    }
}
