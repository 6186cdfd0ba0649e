// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.migration;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.manifest.ExportedManifest;
import io.github.camelpersonalize.manifest.Skipped;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.plan.Plan;

/** The routes of {@code camel/project-migration.camel.yaml}, in the order in which a migration needs them. */
final class Migration implements AutoCloseable {

    private final Connector routes;
    private final PrintWriter out;
    private final Path file;

    /**
     * Starts the routes.
     *
     * @param overrides
     *            properties that win over all others
     * @param out
     *            where people look
     */
    Migration(Map<String, String> overrides, PrintWriter out) {
        this.routes = new Connector(overrides).start();
        this.out = out;
        this.file = Path.of(routes.context().resolvePropertyPlaceholders("{{export.file}}"));
    }

    /** Writes the manifest of the source into the file, and tells what is not in it. */
    List<Skipped> export() throws Exception {
        ExportedManifest manifest = routes.request("direct:export", null, ExportedManifest.class);
        Files.writeString(file, manifest.toText());
        out.printf("Exported to %s.%n", file);
        manifest.skipped().forEach(skipped -> out.printf("  not exported: %s%n", skipped));
        return manifest.skipped();
    }

    /** What it would take to bring the file into the target. */
    Plan plan() throws Exception {
        Plan plan = routes.request("direct:plan", file, Plan.class);
        out.printf("%n%s", plan.toText());
        return plan;
    }

    /** Brings the file into the target, as far as that is not so yet. */
    BatchReport apply() throws Exception {
        BatchReport report = routes.request("direct:apply", file, BatchReport.class);
        out.printf("%n%s%n", report.toText());
        return report;
    }

    @Override
    public void close() {
        routes.close();
    }
}
