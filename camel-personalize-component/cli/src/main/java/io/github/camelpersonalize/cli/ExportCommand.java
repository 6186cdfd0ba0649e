// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import io.github.camelpersonalize.manifest.ExportedManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Writes what the project holds as a manifest: how an existing project gets into Git.")
final class ExportCommand extends ServiceCommand {

    @Mixin
    private final Results results = new Results();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file to write; without it, the manifest is printed.")
    private Path file;

    ExportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Exception {
        results.requireFree(file);
        Shell shell = shell();
        try (Project project = open()) {
            ExportedManifest manifest = project.request("export", Map.of(), null, ExportedManifest.class);
            if (file == null) {
                shell.out().print(manifest.toText());
                shell.out().flush();
            }
            results.write(file, manifest.toText().getBytes(StandardCharsets.UTF_8));
            manifest.skipped().forEach(skipped -> shell.err().println("Not exported: " + skipped));
            return ExitCode.SUCCESS;
        }
    }
}
