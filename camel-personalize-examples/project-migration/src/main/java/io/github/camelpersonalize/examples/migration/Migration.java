// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.migration;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.manifest.ExportedManifest;
import io.github.camelpersonalize.manifest.Skipped;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;

/** The routes of {@code camel/project-migration.camel.yaml}, in the order in which a migration needs them. */
final class Migration implements AutoCloseable {

    private final Main camel = new Main();
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
        overrides.forEach(camel::addOverrideProperty);
        camel.start();
        this.out = out;
        this.file = Path.of(camel.getCamelContext().resolvePropertyPlaceholders("{{export.file}}"));
    }

    /** Writes the manifest of the source into the file, and tells what is not in it. */
    List<Skipped> export() throws Exception {
        ExportedManifest manifest = ask("direct:export", null, ExportedManifest.class);
        Files.writeString(file, manifest.toText());
        out.printf("Exported to %s.%n", file);
        manifest.skipped().forEach(skipped -> out.printf("  not exported: %s%n", skipped));
        return manifest.skipped();
    }

    /** What it would take to bring the file into the target. */
    Plan plan() throws Exception {
        Plan plan = ask("direct:plan", file, Plan.class);
        out.printf("%n%s", plan.toText());
        return plan;
    }

    /** Brings the file into the target, as far as that is not so yet. */
    BatchReport apply() throws Exception {
        BatchReport report = ask("direct:apply", file, BatchReport.class);
        out.printf("%n%s%n", report.toText());
        return report;
    }

    private <T> T ask(String route, Object body, Class<T> answer) throws Exception {
        Exchange exchange = camel.getCamelTemplate().send(route, message -> message.getMessage().setBody(body));
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getMandatoryBody(answer);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
