// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.manifest.ManifestReader;
import io.github.camelpersonalize.manifest.ParseResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "validate", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Checks the files alone: no service, no credential.")
final class ValidateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final DialectOption dialect = new DialectOption();

    @Parameters(paramLabel = "FOLDER|FILE", description = "The folder of manifests, or one manifest.")
    private Path place;

    ValidateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        ManifestReader reader = new ManifestReader(dialect());
        List<ParseResult> read = new ArrayList<>();
        for (Path file : Manifests.in(place)) {
            read.add(reader.read(Files.readAllBytes(file), file.getFileName().toString()));
        }
        return ManifestReader.merge(read).fold(manifest -> valid(manifest, read.size()), this::invalid);
    }

    private Dialect dialect() {
        String name = dialect.with(service.of(surroundings.environment())).getOrDefault("dialect", Dialect.CONTRACT.name());
        return Dialect.named(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no dialect " + name + ": use contract or live."));
    }

    private int valid(Manifest manifest, int files) {
        new Shell(spec, surroundings).out().printf("Valid: %d definition%s in %d file%s.%n", manifest.entries().size(),
                manifest.entries().size() == 1 ? "" : "s", files, files == 1 ? "" : "s");
        return ExitCode.SUCCESS;
    }

    private int invalid(List<Diagnostic> faults) {
        faults.forEach(fault -> new Shell(spec, surroundings).err().println(fault));
        return ExitCode.FAILURE;
    }
}
