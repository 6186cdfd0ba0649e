// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.Map;

import io.github.camelpersonalize.manifest.UnusedDefinitions;
import picocli.CommandLine.Command;

@Command(name = "unused", description = "Lists the attributes, events and audiences that nothing refers to.")
final class UnusedCommand extends ServiceCommand {

    UnusedCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Exception {
        try (Project project = open()) {
            UnusedDefinitions found = project.request("unused", Map.of(), null, UnusedDefinitions.class);
            shell().show(found.toText());
            return found.unused().isEmpty() ? ExitCode.SUCCESS : ExitCode.FOUND;
        }
    }
}
