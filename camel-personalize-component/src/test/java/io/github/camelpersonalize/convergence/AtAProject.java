// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.List;

import io.github.camelpersonalize.EmulatedProject;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.context.RepositoryStore;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.manifest.ManifestReader;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.plan.PriorityStep;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.state.StateStore;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The operations on a project of the emulator, without a route. Plans and results are told a line a step. */
abstract class AtAProject extends EmulatedProject {

    static final PrunePolicy NONE = policy(Prune.none);
    static final PrunePolicy OWNED = policy(Prune.owned);
    static final PrunePolicy ALL = policy(Prune.all);

    final LedgerRoutes.States states = new LedgerRoutes.States();
    final StateStore store = new RepositoryStore(states, "ledger");
    final List<String> progress = new ArrayList<>();

    AtAProject() {}

    /** With a service that speaks this dialect. */
    AtAProject(Dialect dialect, EmulatorOptions options) {
        super(dialect, options);
    }

    static PrunePolicy policy(Prune prune) {
        return new PrunePolicy(prune, "default", 10, false);
    }

    DesiredState state(PrunePolicy policy) {
        Progress told = (result, done, total) -> progress.add(done + " of " + total);
        return new DesiredState(project(), policy, store, told);
    }

    Manifest manifest(String yaml) {
        return new ManifestReader(dialect).read(yaml.getBytes(UTF_8), "project.yaml").fold(manifest -> manifest, errors -> {
            throw new IllegalArgumentException(errors.toString());
        });
    }

    Plan plan(PrunePolicy policy, String yaml) {
        ProjectResult planned = state(policy).plan(manifest(yaml));
        return (Plan) ((ProjectResult.Document) planned).document();
    }

    List<String> planned(PrunePolicy policy, String yaml) {
        Plan plan = plan(policy, yaml);
        List<String> lines = new ArrayList<>(plan.steps().stream().map(AtAProject::line).toList());
        plan.priority().map(AtAProject::line).ifPresent(lines::add);
        return lines;
    }

    List<String> applied(PrunePolicy policy, String yaml) {
        return lines(state(policy).apply(manifest(yaml)));
    }

    List<String> applied(PrunePolicy policy, Plan plan) {
        return lines(state(policy).apply(plan));
    }

    static List<String> lines(ProjectResult result) {
        return result instanceof ProjectResult.Failed failed
                ? List.of(
                        failed.failure().outcome() + " " + failed.failure().problem().code() + ": " + failed.failure().problem().message())
                : ((ProjectResult.Report) result).results().stream().map(AtAProject::line).toList();
    }

    private static String line(WriteResult written) {
        String name = written.key() == null ? written.kind() : written.kind() + " " + written.key();
        return written.result() instanceof Result.Success done
                ? name + " " + done.outcome() + text(" (", done.note(), ")")
                : name + " " + written.result();
    }

    private static String line(Step step) {
        StringBuilder line = new StringBuilder(step.action() + " " + step.resource().kind() + " " + step.key());
        step.changes().forEach(change -> line.append(" ").append(change.pointer()).append(" ").append(change.before()).append(" -> ")
                .append(change.after()));
        step.warnings().forEach(warning -> line.append(" (").append(warning).append(")"));
        return line + text(": ", step.reason(), "");
    }

    private static String line(PriorityStep step) {
        StringBuilder line = new StringBuilder(step.action() + " priority");
        step.warnings().forEach(warning -> line.append(" (").append(warning).append(")"));
        return line + text(": ", step.reason(), "");
    }

    private static String text(String before, String text, String after) {
        return text == null ? "" : before + text + after;
    }
}
