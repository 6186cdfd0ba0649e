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
     * The project.
     *
     * @param environment the variables
     * @throws IllegalArgumentException when none is named, or an option of the service is wrong
     */
    Project open(Map<String, String> environment) throws Exception {
        Map<String, String> options = service.of(environment);
        if (project != null) {
            options.put(PROJECT, project);
        }
        if (!options.containsKey(PROJECT)) {
            throw new IllegalArgumentException("No project is named. Add --project UID, or set CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID.");
        }
        return Project.of(options);
    }
}
