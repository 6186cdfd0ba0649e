// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "plan", description = "Shows what apply would do, and writes nothing to the project.")
final class PlanCommand implements Callable<Integer> {

    static final int NOTHING_TO_DO = 0;
    static final int BLOCKED = 1;
    static final int CHANGES = 2;
    static final int REFUSED = 3;

    @Mixin
    private final ProjectOptions options;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The folder of manifests, or one manifest.")
    private Path manifests;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write it for a pull request.")
    private Path markdown;

    @Option(names = "--html", paramLabel = "FILE", description = "Write it as a page for browsers.")
    private Path html;

    @Option(names = "--json", paramLabel = "FILE", description = "Save it for programs, and for apply.")
    private Path json;

    PlanCommand(ProjectOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        try (Connector routes = options.start(spec.commandLine().getOut())) {
            Plan plan = routes.request("direct:plan", manifests, Plan.class);
            spec.commandLine().getOut().print(routes.convert(plan, String.class));
            spec.commandLine().getOut().flush();
            write(markdown, plan.toMarkdown().getBytes(StandardCharsets.UTF_8));
            write(html, plan.toHtml().getBytes(StandardCharsets.UTF_8));
            write(json, routes.convert(plan, byte[].class));
            return code(plan);
        }
    }

    private static int code(Plan plan) {
        if (plan.refusal().isPresent()) {
            return REFUSED;
        }
        if (plan.hasBlocked()) {
            return BLOCKED;
        }
        return plan.isEmpty() ? NOTHING_TO_DO : CHANGES;
    }

    private static void write(Path file, byte[] content) throws Exception {
        if (file != null) {
            Files.write(file, content);
        }
    }
}
