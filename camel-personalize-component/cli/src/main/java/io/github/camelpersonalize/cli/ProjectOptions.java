// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.Map;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which project of which service is meant. */
final class ProjectOptions {

    private static final String PROJECT = "projectUid";

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(names = "--project", paramLabel = "UID", description = "The uid of the project.")
    private String project;

    /**
     * Options of the component by their names.
     *
     * @param environment the variables
     * @throws IllegalArgumentException when no project is named
     */
    Map<String, String> of(Map<String, String> environment) {
        Map<String, String> options = service.of(environment);
        if (project != null) {
            options.put(PROJECT, project);
        }
        if (!options.containsKey(PROJECT)) {
            throw new IllegalArgumentException("No project is named. Add --project UID, or set CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID.");
        }
        return options;
    }
}
