// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.github.camelpersonalize.cli.livecheck.LiveCheck;
import io.github.camelpersonalize.cli.livecheck.Report;
import io.github.camelpersonalize.cli.livecheck.Scratch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "live-check", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Tries on a project that you can lose what is known of the live service, and reports which points it confirms and refutes. It deletes what it has made, and nothing else.")
final class LiveCheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    @Mixin
    private final Results results = new Results();

    @Option(names = "--scratch-project", paramLabel = "UID", description = "The uid of the project once more: yes, you can lose it.")
    private String again;

    @Option(names = "--allow-other-definitions", arity = "0..1", paramLabel = "true|false", defaultValue = "false", fallbackValue = "true", description = "Try it in a project that has definitions of others, too. They are neither changed nor deleted. Default: false.")
    private boolean allowsOthers;

    @Option(names = "--name-prefix", paramLabel = "PREFIX", defaultValue = "livecheck_", description = "What all names and keys begin with that it makes. Default: livecheck_.")
    private String prefix;

    @Option(names = "--json", paramLabel = "FILE", description = "Save the report for an issue. It has no credential and no uid.")
    private Path json;

    @Option(names = "--clean", description = "Only delete what a run that was killed has left.")
    private boolean isCleaning;

    LiveCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        results.requireFree(json);
        Map<String, String> options = project.of(surroundings.environment());
        Scratch scratch = new Scratch(options, again, allowsOthers);
        scratch.requireMeant(surroundings.environment());
        options.put("dialect", "live");
        // Only the service checks a body: whether it does is the question.
        options.put("validate", "false");
        Shell shell = new Shell(spec, surroundings);
        try (Project opened = Project.of(options)) {
            LiveCheck check = LiveCheck.of(scratch, prefix, opened.template(), shell.err()::println);
            return isCleaning ? clean(check, shell) : run(check, shell);
        }
    }

    private int run(LiveCheck check, Shell shell) throws Exception {
        Report report = check.run();
        shell.show(report.toText() + System.lineSeparator());
        results.write(json, report.toJson().getBytes(StandardCharsets.UTF_8));
        if (!report.left().isEmpty()) {
            return ExitCode.FAILURE;
        }
        return report.isRefuting() ? ExitCode.FOUND : ExitCode.SUCCESS;
    }

    private static int clean(LiveCheck check, Shell shell) throws Exception {
        List<String> left = check.clean();
        shell.show((left.isEmpty() ? "Nothing of this command is left." : "Left: " + left) + System.lineSeparator());
        return left.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }
}
