// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import io.github.camelpersonalize.OptionErrors;

/**
 * Checks where requests may go. A credential goes there too, hence the rules: nothing hidden in the address, and no clear text over a network
 * unless the options say so.
 */
public final class ServiceUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");
    private static final String IPV4_LOOPBACK = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}";

    private final boolean allowInsecureHttp;
    private final OptionErrors faults;

    public ServiceUrl(boolean allowInsecureHttp, OptionErrors faults) {
        this.allowInsecureHttp = allowInsecureHttp;
        this.faults = faults;
    }

    /** The URL that an option holds. */
    public URI check(String option, String text, String example) {
        URI url = parsed(option, text.strip());
        if (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
            throw faults.wrong("the option " + option + " must be a URL with a host, such as " + example);
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw faults.wrong("the option " + option + " must not have user-info, a query or a fragment");
        }
        if ("http".equalsIgnoreCase(url.getScheme()) && !isLoopback(url.getHost()) && !allowInsecureHttp) {
            throw faults
                    .wrong("the option " + option + " must be https:// for a host other than this machine, because the credential travels"
                            + " with each request; allowInsecureHttp=true allows it all the same");
        }
        return url;
    }

    private URI parsed(String option, String text) {
        try {
            return new URI(text).normalize();
        } catch (URISyntaxException e) {
            throw faults.wrong("the option " + option + " is not a legal URL");
        }
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.matches(IPV4_LOOPBACK);
    }
}
