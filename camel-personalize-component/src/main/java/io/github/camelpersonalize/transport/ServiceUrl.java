// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Checks the URL of a server to which a credential is sent: nothing hidden in the address, and no clear text over a network unless allowed. */
public final class ServiceUrl {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");
    private static final String IPV4_LOOPBACK = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}";

    private final boolean allowInsecureHttp;

    public ServiceUrl(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    /**
     * The URL that a text is.
     *
     * @param example for the message
     * @throws IllegalArgumentException when it is none that may be used; the message says what is wrong, after the name of an option
     */
    public URI check(String text, String example) {
        URI url = parsed(text.strip());
        if (url.getHost() == null || !SCHEMES.contains(scheme(url))) {
            throw new IllegalArgumentException("must be a URL with a host, such as " + example);
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("must not have user-info, a query or a fragment");
        }
        if ("http".equals(scheme(url)) && !isLoopback(url.getHost()) && !allowInsecureHttp) {
            throw new IllegalArgumentException("must be https:// for a host other than this machine, because the credential travels"
                    + " with each request; allowInsecureHttp=true allows it all the same");
        }
        return url;
    }

    private static URI parsed(String text) {
        try {
            return new URI(text).normalize();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not a legal URL");
        }
    }

    private static String scheme(URI url) {
        return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.matches(IPV4_LOOPBACK);
    }
}
