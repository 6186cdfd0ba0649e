// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.util.Optional;
import java.util.regex.Pattern;

/** How requests are authenticated. An implementation may be given to the component as {@code credentials=#bean}; it must be thread-safe. */
@FunctionalInterface
public interface Credentials {

    /**
     * The header to send with the next request. Called once a request.
     *
     * @throws CredentialsException when no valid credential is available
     */
    Header header() throws CredentialsException;

    /**
     * Gets a new credential, if it can, after the service has responded with 401. Many threads may call it with the same header at once; only
     * the first call makes an implementation do anything.
     *
     * @param rejected the header that was sent
     * @return whether {@link #header()} now returns another one, so that it is useful to send the request once more
     * @throws CredentialsException when a new one was requested and not issued, which explains more than the 401 does
     */
    default boolean refresh(Header rejected) throws CredentialsException {
        return false;
    }

    /** The OAuth scopes that were asked for, separated by spaces; empty where that is not known. */
    default Optional<String> scope() {
        return Optional.empty();
    }

    /** What kind of credential it is, for logs: never the secret. */
    default String kind() {
        return "a credentials bean";
    }

    /** A user's authtoken (security scheme {@code authtokenAuth} of the API description). */
    static Credentials authtoken(String authtoken) {
        return new StaticCredentials(new Header("authtoken", authtoken));
    }

    /** An OAuth 2 access token (security scheme {@code bearerAuth} of the API description; RFC 6750, section 2.1). */
    static Credentials accessToken(String accessToken) {
        return new StaticCredentials(new Header("authorization", "Bearer " + accessToken));
    }

    /**
     * A request header that authenticates.
     *
     * @param name {@code authtoken} or {@code authorization}
     * @param value the secret: visible ASCII and single spaces. White space around it is removed, because secrets often end with a line break
     */
    record Header(String name, String value) {

        private static final Pattern LEGAL_VALUE = Pattern.compile("[!-~]+( [!-~]+)*");

        public Header {
            if (!"authtoken".equalsIgnoreCase(name) && !"authorization".equalsIgnoreCase(name)) {
                throw new IllegalArgumentException("credentials are sent as authtoken or authorization, not as " + name);
            }
            value = value == null ? null : value.strip();
            if (value == null || !LEGAL_VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("the value of " + name + " is empty or has characters that a header cannot carry");
            }
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return name + ": ***";
        }
    }
}
