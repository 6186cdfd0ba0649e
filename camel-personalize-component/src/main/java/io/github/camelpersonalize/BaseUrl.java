// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import io.github.camelpersonalize.api.Region;

/**
 * Decides where requests go. The credential goes there too, hence the rules: nothing hidden in the address, and no clear text over a network
 * unless the option says so.
 */
final class BaseUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");
    private static final String IPV4_LOOPBACK = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}";

    private final PersonalizeConfiguration options;
    private final OptionFaults faults;

    BaseUrl(PersonalizeConfiguration options, OptionFaults faults) {
        this.options = options;
        this.faults = faults;
    }

    URI check() {
        if (options.getBaseUrl() != null) {
            return checked(options.getBaseUrl().strip());
        }
        return Region.named(options.getRegion()).map(Region::baseUrl).orElseThrow(
                () -> faults.wrong("there is no region \"" + options.getRegion() + "\"; use " + Region.labels() + ", or set baseUrl"));
    }

    private URI checked(String text) {
        URI url = parsed(text);
        if (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
            throw faults.wrong("the option baseUrl must be a URL with a host, such as https://gateway.example.com/personalize");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw faults.wrong("the option baseUrl must not have user-info, a query or a fragment");
        }
        if ("http".equalsIgnoreCase(url.getScheme()) && !isLoopback(url.getHost()) && !options.isAllowInsecureHttp()) {
            throw faults.wrong("the option baseUrl must be https:// for a host other than this machine, because the credential travels with"
                    + " each request; allowInsecureHttp=true allows it all the same");
        }
        return url;
    }

    private URI parsed(String text) {
        try {
            return new URI(text).normalize();
        } catch (URISyntaxException e) {
            throw faults.wrong("the option baseUrl is not a legal URL");
        }
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.matches(IPV4_LOOPBACK);
    }
}
