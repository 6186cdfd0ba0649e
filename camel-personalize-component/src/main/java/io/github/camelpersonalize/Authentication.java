// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Region;
import io.github.camelpersonalize.credentials.BeanCredentials;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.OAuthSettings;
import org.jspecify.annotations.Nullable;

/** Finds the one authentication method that the options describe. */
final class Authentication {

    private static final String CHOICES = "authtoken, accessToken, clientId (with the other OAuth options), oauthProfile or credentials";

    private final PersonalizeConfiguration options;
    private final OptionErrors errors;
    private final Function<OAuthSettings, Credentials> oauth;
    private final Function<String, Optional<Credentials>> profiles;

    /**
     * @param oauth supplies credentials for OAuth; equal settings get the same
     * @param profiles supplies credentials for the name of an OAuth profile of Camel; none where Camel has no profiles
     */
    Authentication(PersonalizeConfiguration options, OptionErrors errors, Function<OAuthSettings, Credentials> oauth,
            Function<String, Optional<Credentials>> profiles) {
        this.options = options;
        this.errors = errors;
        this.oauth = oauth;
        this.profiles = profiles;
    }

    /** An endpoint with an authentication method of its own uses only that one, not the method of the component as well. */
    static void clear(PersonalizeConfiguration options) {
        options.setAuthtoken(null);
        options.setAccessToken(null);
        options.setClientId(null);
        options.setClientSecret(null);
        options.setRefreshToken(null);
        options.setOauthProfile(null);
        options.setCredentials(null);
    }

    /** The options of which an endpoint may have one instead of the component's. */
    static final List<String> OPTIONS = List.of("authtoken", "accessToken", "clientId", "oauthProfile", "credentials");

    Credentials check() {
        List<Supplier<Credentials>> given = Stream.of(authtoken(), accessToken(), oauth(), profile(), bean()).filter(Objects::nonNull)
                .toList();
        return switch (given.size()) {
            case 1 -> given.get(0).get();
            case 0 -> throw errors.missing(OPTIONS, "a way to authenticate is missing: set one of the options " + CHOICES
                    + " on the endpoint or as camel.component.personalize.*");
            default -> throw errors.wrong("there is more than one way to authenticate: " + String.join(" and ", names())
                    + " are set; set exactly one of the options " + CHOICES);
        };
    }

    /** Which ways to authenticate are set. */
    private List<String> names() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("authtoken", options.getAuthtoken());
        values.put("accessToken", options.getAccessToken());
        values.put("clientId", Stream.of(options.getClientId(), options.getClientSecret(), options.getRefreshToken())
                .filter(Objects::nonNull).findFirst().orElse(null));
        values.put("oauthProfile", options.getOauthProfile());
        values.put("credentials", options.getCredentials());
        return values.entrySet().stream().filter(option -> option.getValue() != null).map(Map.Entry::getKey).toList();
    }

    private @Nullable Supplier<Credentials> authtoken() {
        String token = options.getAuthtoken();
        return token == null ? null : legal("authtoken", token, () -> Credentials.authtoken(token));
    }

    private @Nullable Supplier<Credentials> accessToken() {
        String token = options.getAccessToken();
        return token == null ? null : legal("accessToken", token, () -> Credentials.accessToken(token));
    }

    private @Nullable Supplier<Credentials> profile() {
        return options.getOauthProfile() == null
                ? null
                : () -> profiles.apply(options.getOauthProfile())
                        .orElseThrow(
                                () -> errors.wrong("the option oauthProfile needs Camel 4.19 or newer, with camel-oauth on the class path;"
                                        + " set clientId with the other OAuth options instead"));
    }

    private @Nullable Supplier<Credentials> bean() {
        Credentials bean = options.getCredentials();
        return bean == null ? null : () -> new BeanCredentials(bean);
    }

    private @Nullable Supplier<Credentials> oauth() {
        if (Stream.of(options.getClientId(), options.getClientSecret(), options.getRefreshToken()).allMatch(Objects::isNull)) {
            return null;
        }
        return () -> {
            if (options.getClientId() == null) {
                throw errors.missing("clientId", "the id of the OAuth client");
            }
            if (options.getClientSecret() == null && options.getRefreshToken() == null) {
                throw errors.missing("refreshToken", "a refresh token of the OAuth client, or its clientSecret");
            }
            return oauth.apply(new OAuthSettings(tokenUrl(), options.getClientId(), options.getClientSecret(),
                    options.getRefreshToken(), options.getScope()));
        };
    }

    private URI tokenUrl() {
        if (options.getTokenUrl() != null) {
            return errors.serviceUrl("tokenUrl", options.getTokenUrl(), options.isAllowInsecureHttp(),
                    Region.AWS_NA.tokenUrl().toString());
        }
        if (options.getBaseUrl() != null) {
            throw errors.missing("tokenUrl", "the token endpoint that belongs to baseUrl");
        }
        return Region.named(options.getRegion()).map(Region::tokenUrl).orElseThrow();
    }

    /** A secret that was read from a mounted file often ends with a line break, which is stripped; within a secret it is an error. */
    private Supplier<Credentials> legal(String option, String secret, Supplier<Credentials> credentials) {
        return () -> {
            requireNoScheme(option, secret);
            Credentials found = sendable(option, credentials);
            requireNoSpace(option, secret);
            return found;
        };
    }

    private Credentials sendable(String option, Supplier<Credentials> credentials) {
        try {
            return credentials.get();
        } catch (IllegalArgumentException e) {
            throw errors.wrong("the option " + option + " is empty or has characters that a header cannot carry");
        }
    }

    /** What is copied with the name of its scheme would be refused by the service without a reason. */
    private void requireNoScheme(String option, String token) {
        if (token.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw errors.wrong("the option " + option + " begins with \"Bearer \", which is no part of the token; leave it out");
        }
    }

    /** A plus sign in a URI is read as a space. */
    private void requireNoSpace(String option, String token) {
        if (token.contains(" ")) {
            throw errors.wrong("the option " + option + " has a space within the token; in a URI + is read as a space:"
                    + " write RAW(...) around the token, or %2B for +");
        }
    }
}
