// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import io.github.camelpersonalize.examples.setup.Connector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "export", description = "Writes what the project holds as a manifest: how an existing project gets into Git.")
final class ExportCommand implements Callable<Integer> {

    private final Supplier<Map<String, String>> service;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file to write; without it, the manifest is printed.")
    private Path file;

    ExportCommand(Supplier<Map<String, String>> service) {
        this.service = service;
    }

    @Override
    public Integer call() throws Exception {
        try (Connector routes = new Connector(service.get()).start()) {
            String manifest = routes.request("direct:export", null, String.class);
            if (file == null) {
                spec.commandLine().getOut().print(manifest);
                spec.commandLine().getOut().flush();
            } else {
                Files.writeString(file, manifest);
            }
            return 0;
        }
    }
}
