// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import java.util.Map;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;

import static io.github.camelpersonalize.quarkus.deployment.EmulatorProcessor.PREFIX;
import static io.github.camelpersonalize.quarkus.deployment.EmulatorProcessor.PROJECT;

/**
 * The emulator on a free port, in the process of the build or of the test.
 *
 * @param dialect that it speaks
 * @param project of the application
 */
record EmulatorService(String dialect, String project, PersonalizeEmulator emulator) {

    static EmulatorService start(String dialect, String project) {
        return new EmulatorService(dialect, project,
                PersonalizeEmulator.start(EmulatorOptions.defaults().port(0).personality(Personality.named(dialect))));
    }

    boolean serves(String otherDialect, String otherProject) {
        return dialect.equals(otherDialect) && project.equals(otherProject);
    }

    void close() {
        emulator.close();
    }

    /** How the application gets there. */
    Map<String, String> options() {
        return Map.of(PREFIX + "base-url", emulator.baseUrl(), PREFIX + "authtoken", emulator.authtoken(), PREFIX + PROJECT, project);
    }
}
