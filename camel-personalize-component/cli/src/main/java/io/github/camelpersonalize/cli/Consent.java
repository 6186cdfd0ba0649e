// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import picocli.CommandLine.Option;

/** Somebody has to agree before definitions are deleted. */
final class Consent {

    @Option(names = "--yes", description = "Delete without asking. Needed where no terminal is.")
    private boolean yes;

    /**
     * Asks on a terminal.
     *
     * @return whether the plan may be applied
     * @throws IllegalStateException when nobody can be asked
     */
    boolean to(Plan plan, Surroundings surroundings, PrintWriter err) throws IOException {
        int deletions = plan.counts().get(Action.DELETE);
        if (deletions == 0 || yes) {
            return true;
        }
        String what = "%d definition%s of project \"%s\"".formatted(deletions, deletions == 1 ? "" : "s", plan.projectUid());
        if (!surroundings.isTerminal()) {
            throw new IllegalStateException(
                    "The plan deletes " + what + ", and nobody can be asked here. Add --yes to delete, or --prune none.");
        }
        err.print("Delete " + what + "? [y/N] ");
        err.flush();
        String answer = surroundings.input().readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
