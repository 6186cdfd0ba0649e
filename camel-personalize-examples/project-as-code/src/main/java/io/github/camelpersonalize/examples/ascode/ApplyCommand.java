// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.outcome.BatchReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "apply", description = "Makes the project what the files say, and reports on each definition.")
final class ApplyCommand implements Callable<Integer> {

    @Mixin
    private final ProjectOptions options;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER|PLAN", description = "The folder of manifests, one manifest, or a plan that plan --json has saved.")
    private Path wanted;

    ApplyCommand(ProjectOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        try (Connector routes = options.start(spec.commandLine().getOut())) {
            BatchReport report = routes.request("direct:apply", wanted, BatchReport.class);
            spec.commandLine().getOut().println(routes.convert(report, String.class));
            return report.failures() == 0 ? 0 : 1;
        }
    }
}
