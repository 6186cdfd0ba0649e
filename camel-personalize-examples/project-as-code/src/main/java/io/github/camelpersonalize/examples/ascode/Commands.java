// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelpersonalize.PersonalizeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(name = "project-as-code", description = "A Personalize project is what the files of a folder say.", footer = {"",
        "Exit codes: 0 all is well; 1 an error, or something is blocked; 2 (plan) there are changes;",
        "3 (plan) there are more deletions than --max-deletes, and apply would refuse them.",
        "The project and its credential are set in the environment, as CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID and so on."})
final class Commands {

    /** As of a plan that is blocked: {@code 2} says that there are changes, and a typing error must not say so. */
    private static final int ERROR = 1;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this.")
    private boolean help;

    /**
     * The commands.
     *
     * @param service
     *            how the service is reached, as properties of the component
     */
    static CommandLine line(Supplier<Map<String, String>> service) {
        CommandLine line = new CommandLine(new Commands());
        Stream.of(new PlanCommand(new ProjectOptions(service)), new ApplyCommand(new ProjectOptions(service)), new ExportCommand(service))
                .forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, command));
        line.setParameterExceptionHandler((failure, args) -> {
            CommandLine command = failure.getCommandLine();
            command.getErr().println(failure.getMessage());
            command.usage(command.getErr());
            return ERROR;
        });
        return line;
    }

    private static int tell(Exception failure, CommandLine command) {
        if (failure instanceof PersonalizeException e && !e.getFieldErrors().isEmpty()) {
            e.getFieldErrors().forEach(fault -> command.getErr().println(fault.message()));
        } else {
            command.getErr().println(root(failure).getMessage());
        }
        return ERROR;
    }

    /** Camel tells why a route does not start in the innermost exception. */
    private static Throwable root(Throwable failure) {
        return failure.getCause() == null || failure instanceof PersonalizeException ? failure : root(failure.getCause());
    }
}
