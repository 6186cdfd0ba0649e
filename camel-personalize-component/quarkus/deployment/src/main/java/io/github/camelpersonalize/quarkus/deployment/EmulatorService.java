// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import java.util.Map;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;

import static io.github.camelpersonalize.quarkus.deployment.EmulatorProcessor.PREFIX;
import static io.github.camelpersonalize.quarkus.deployment.EmulatorProcessor.PROJECT;

/** The emulator on a free port, in the process of the build or of the test. Equal to another one that serves the same application. */
final class EmulatorService {

    private final String dialect;
    private final String project;
    private PersonalizeEmulator emulator;

    EmulatorService(String dialect, String project) {
        this.dialect = dialect;
        this.project = project;
    }

    void start() {
        emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().port(0).personality(Personality.named(dialect)));
    }

    void close() {
        emulator.close();
    }

    /** How the application gets there. */
    Map<String, String> options() {
        return Map.of(PREFIX + "base-url", emulator.baseUrl(), PREFIX + "authtoken", emulator.authtoken(), PREFIX + PROJECT, project);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmulatorService service && dialect.equals(service.dialect) && project.equals(service.project);
    }

    @Override
    public int hashCode() {
        return dialect.hashCode() * 31 + project.hashCode();
    }
}
