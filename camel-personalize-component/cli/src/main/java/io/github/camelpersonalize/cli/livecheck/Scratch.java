// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelpersonalize.api.Region;

/**
 * Which project is tried, and whether it is meant.
 *
 * @param options options of the component by their names, {@code projectUid} among them
 * @param again the uid of the project once more, {@code null} where nobody has said so
 * @param allowsOthers whether the project may have definitions of others
 */
public record Scratch(Map<String, String> options, String again, boolean allowsOthers) {

    private static final List<String> SECRETS = List.of("authtoken", "accessToken", "clientId", "clientSecret", "refreshToken",
            "projectUid",
            "organizationUid");

    /** Those of a command. */
    public Scratch {
        options = Map.copyOf(options);
    }

    /**
     * Before anything is tried.
     *
     * @param environment the variables
     * @throws IllegalArgumentException when nothing may be tried: the project is not named twice, or this is a build and the service is not of this machine
     */
    public void requireMeant(Map<String, String> environment) {
        if (!options.get("projectUid").equals(again)) {
            throw new IllegalArgumentException("Name the project \"" + options.get("projectUid")
                    + "\" once more, with --scratch-project: this command writes, so use a project that you can lose.");
        }
        if (environment.containsKey("CI") && !isLoopback()) {
            throw new IllegalArgumentException(
                    "The variable CI is set: in a build this command runs against the loopback only, not " + service().getHost() + ".");
        }
    }

    /** The root of the service. */
    URI service() {
        String url = options.containsKey("baseUrl") ? options.get("baseUrl") : ofRegion();
        return URI.create(url.replaceFirst("/+$", ""));
    }

    /** What no report may have. */
    Masks masks() {
        return new Masks(SECRETS.stream().map(options::get).filter(Objects::nonNull).toList());
    }

    private String ofRegion() {
        return Region.named(options.getOrDefault("region", "")).orElse(Region.AWS_NA).baseUrl().toString();
    }

    private boolean isLoopback() {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(service().getHost());
    }
}
