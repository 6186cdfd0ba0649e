// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.livecheck;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.api.Region;

/** Which project is tried, and whether it is meant. */
final class Scratch {

    private static final String COMPONENT = "camel.component.personalize.";
    private static final List<String> SECRETS = List.of("authtoken", "access-token", "client-id", "client-secret", "refresh-token",
            "project-uid", "organization-uid");

    private final Configured settings;
    private final Map<String, String> environment;

    /** Looks up a property by its name. */
    interface Configured {
        /** The value, none when it is not set. */
        Optional<String> value(String name);
    }

    Scratch(Configured settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** Why nothing may be tried, if that is so. */
    Optional<String> refusal() {
        Optional<String> project = settings.value(COMPONENT + "project-uid");
        if (project.isEmpty()) {
            return Optional.of(COMPONENT + "project-uid is not set.");
        }
        if (!settings.value("scratch.project.uid").equals(project)) {
            return Optional
                    .of("scratch.project.uid must be the project-uid once more: this command writes, so use a project that you can lose.");
        }
        if (environment.containsKey("CI") && !isLoopback()) {
            return Optional
                    .of("The variable CI is set: in a build this command runs against the loopback only, not " + service().getHost() + ".");
        }
        return Optional.empty();
    }

    /** Whether the project may have definitions of others. */
    boolean allowsOthers() {
        return settings.value("allow.other.definitions").map(Boolean::parseBoolean).orElse(false);
    }

    /** The root of the service. */
    URI service() {
        String url = settings.value(COMPONENT + "base-url").orElseGet(() -> settings.value(COMPONENT + "region").flatMap(Region::named)
                .orElse(Region.AWS_NA).baseUrl().toString());
        return URI.create(url.replaceFirst("/+$", ""));
    }

    /** What no report may have. */
    Masks masks() {
        return new Masks(SECRETS.stream().flatMap(name -> settings.value(COMPONENT + name).stream()).toList());
    }

    private boolean isLoopback() {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(service().getHost());
    }
}
