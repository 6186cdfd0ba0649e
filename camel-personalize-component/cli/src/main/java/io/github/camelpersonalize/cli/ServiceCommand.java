// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works on a project of a service. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class ServiceCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    @Mixin
    private final DialectOption dialect = new DialectOption();

    ServiceCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** What the command talks to. */
    Shell shell() {
        return new Shell(spec, surroundings);
    }

    /** The project that the options and variables name. */
    Project open() throws Exception {
        return Project.of(dialect.with(project.of(surroundings.environment())));
    }
}
