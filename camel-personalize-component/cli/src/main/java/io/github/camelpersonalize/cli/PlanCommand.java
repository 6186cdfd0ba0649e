// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "plan", description = "Shows what apply would do, and writes nothing to the project.")
final class PlanCommand extends ServiceCommand {

    @Mixin
    private final PruneOptions prune = new PruneOptions();

    @Mixin
    private final Results results = new Results();

    @Parameters(paramLabel = "FOLDER|FILE", description = "The folder of manifests, or one manifest.")
    private Path place;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write it for a pull request.")
    private Path markdown;

    @Option(names = "--html", paramLabel = "FILE", description = "Write it as a page for browsers.")
    private Path html;

    @Option(names = "--json", paramLabel = "FILE", description = "Save it for programs, and for apply.")
    private Path json;

    PlanCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Exception {
        results.requireFree(markdown, html, json);
        Shell shell = shell();
        shell.tellSources(PruneOptions.NAMES);
        try (Project project = open().ledger(prune.ledger())) {
            Plan plan = project.request("plan", prune.options(), Manifests.in(place), Plan.class);
            shell.show(plan.toText());
            results.write(markdown, plan.toMarkdown().getBytes(StandardCharsets.UTF_8));
            results.write(html, plan.toHtml().getBytes(StandardCharsets.UTF_8));
            results.write(json, Json.bytes(plan.toJson()));
            return code(plan);
        }
    }

    /** How a command ends that shows a plan. */
    static int code(Plan plan) {
        if (plan.refusal().isPresent()) {
            return ExitCode.REFUSED;
        }
        if (plan.hasBlocked()) {
            return ExitCode.FAILURE;
        }
        return plan.isEmpty() ? ExitCode.SUCCESS : ExitCode.FOUND;
    }
}
