// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import static java.nio.charset.StandardCharsets.UTF_8;

@Command(name = "apply", description = "Makes the project what the files say, and reports on each definition.")
final class ApplyCommand extends ServiceCommand {

    private static final String MARK_OF_PLANS = "\"formatVersion\"";

    @Mixin
    private final PruneOptions prune = new PruneOptions();

    @Mixin
    private final Consent consent = new Consent();

    @Parameters(paramLabel = "FOLDER|FILE|PLAN", description = "The folder of manifests, one manifest, or a plan that plan --json has saved.")
    private Path place;

    ApplyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Exception {
        Shell shell = shell();
        List<Path> files = Manifests.in(place);
        Optional<Plan> saved = savedPlan(files);
        shell.tellSources(PruneOptions.NAMES);
        try (Project project = open().ledger(prune.ledger()).report(new Progress(shell.err()))) {
            if (saved.isEmpty() && !prune.mayDelete()) {
                return apply(project, files, shell);
            }
            Plan plan = saved.isPresent() ? saved.get() : project.request("plan", prune.options(), files, Plan.class);
            if (saved.isEmpty() && plan.refusal().isEmpty()) {
                shell.show(plan.toText());
            }
            if (prune.mayDelete() && plan.refusal().isEmpty() && !consent.to(plan, surroundings(), shell.err())) {
                shell.err().println("Nothing was applied.");
                return ExitCode.FAILURE;
            }
            return apply(project, plan, shell);
        }
    }

    private int apply(Project project, Object wanted, Shell shell) throws Exception {
        Map<String, Object> options = prune.options();
        // What failed is in the report.
        options.put("failOn", "none");
        BatchReport report = project.request("apply", options, wanted, BatchReport.class);
        shell.show(report.toText() + System.lineSeparator());
        return report.failures() == 0 ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }

    private static Optional<Plan> savedPlan(List<Path> files) throws Exception {
        byte[] content = Files.readAllBytes(files.get(0));
        if (files.size() > 1 || !new String(content, UTF_8).contains(MARK_OF_PLANS)) {
            return Optional.empty();
        }
        return Optional.of(Plan.of(Json.read(content)));
    }
}
