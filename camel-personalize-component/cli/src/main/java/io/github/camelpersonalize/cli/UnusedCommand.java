// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import io.github.camelpersonalize.manifest.UnusedDefinitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "unused", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Lists the attributes, events and audiences that nothing refers to.")
final class UnusedCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ProjectOptions service = new ProjectOptions();

    UnusedCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        try (Project project = service.open(surroundings.environment())) {
            UnusedDefinitions found = project.request("unused", Map.of(), null, UnusedDefinitions.class);
            new Shell(spec, surroundings).show(found.toText());
            return found.unused().isEmpty() ? ExitCode.SUCCESS : ExitCode.FOUND;
        }
    }
}
