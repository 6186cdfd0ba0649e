// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import io.github.camelpersonalize.manifest.ExportedManifest;
import io.github.camelpersonalize.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Shows what would make one project like another, and writes nothing to either. One credential reads both.")
final class DiffCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final DialectOption dialect = new DialectOption();

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The uid of the project that would change.")
    private String changed;

    @Parameters(index = "1", paramLabel = "MODEL", description = "The uid of the project that it would be like.")
    private String model;

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Shell shell = new Shell(spec, surroundings);
        try (Project project = Project.of(dialect.with(service.of(surroundings.environment())))) {
            ExportedManifest wanted = project.request("export", Map.of("projectUid", model), null, ExportedManifest.class);
            wanted.skipped().forEach(skipped -> shell.err().println("Not compared: " + skipped));
            Map<String, Object> everything = Map.of("projectUid", changed, "prune", "all", "maxDeletes", Integer.MAX_VALUE);
            Plan plan = project.request("plan", everything, wanted.document(), Plan.class);
            shell.show(plan.toText());
            return PlanCommand.code(plan);
        }
    }
}
