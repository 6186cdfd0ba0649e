// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The regions in which the service runs. */
public enum Region {

    AWS_NA("personalize-api.contentstack.com"), AWS_EU("eu-personalize-api.contentstack.com"), AWS_AU(
            "au-personalize-api.contentstack.com"), AZURE_NA("azure-na-personalize-api.contentstack.com"), AZURE_EU(
                    "azure-eu-personalize-api.contentstack.com"), GCP_NA(
                            "gcp-na-personalize-api.contentstack.com"), GCP_EU("gcp-eu-personalize-api.contentstack.com");

    private final String host;

    Region(String host) {
        this.host = host;
    }

    /** The service's root in this region. */
    public URI baseUrl() {
        return URI.create("https://" + host);
    }

    /** Whether a service's root is at the host of a region. */
    public static boolean hosts(URI service) {
        return of(service).isPresent();
    }

    /** The region whose host has a service's root, if any has it. */
    public static Optional<Region> of(URI service) {
        return Stream.of(values()).filter(region -> region.host.equalsIgnoreCase(service.getHost())).findFirst();
    }

    /** The token endpoint for OAuth in this region. */
    public URI tokenUrl() {
        String prefix = label().replaceFirst("^aws-", "");
        return URI.create("https://" + ("na".equals(prefix) ? "" : prefix + "-") + "app.contentstack.com/apps-api/token");
    }

    /** The name that users write: {@code aws-na}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names, for error messages. */
    public static String labels() {
        return Stream.of(values()).map(Region::label).collect(Collectors.joining(", "));
    }

    /** The region of that name, in any case, with {@code -} or {@code _}. */
    public static Optional<Region> named(String name) {
        return Stream.of(values()).filter(region -> region.label().equalsIgnoreCase(name.replace('_', '-'))).findFirst();
    }
}
