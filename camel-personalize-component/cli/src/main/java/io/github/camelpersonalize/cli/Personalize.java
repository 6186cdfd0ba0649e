// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.PersonalizeException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(name = "personalize", mixinStandardHelpOptions = true, versionProvider = Version.class, subcommands = AutoComplete.GenerateCompletion.class, description = "A project of Contentstack Personalize is what the files of a folder say.", footer = {
        "", "Exit codes:",
        "  0  success; nothing to do, nothing found",
        "  1  a wrong option, a fault in a file, a failure; a step is blocked",
        "  2  there are changes, differences or unused definitions; a point is refuted",
        "  3  apply would refuse the plan",
        "",
        "Each option with a value may stand in the environment: --max-deletes as",
        "PERSONALIZE_MAX_DELETES. A credential stands there only:",
        "CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN or another option of the component."})
public final class Personalize implements Runnable {

    @Spec
    private CommandSpec spec;

    private Personalize() {}

    /** Exits with the code of the command. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The commands, for this process and for others that have them: none of them ends the process. */
    public static CommandLine commandLine() {
        return line(Surroundings.ofProcess());
    }

    static CommandLine line(Surroundings surroundings) {
        CommandLine line = new CommandLine(new Personalize());
        Stream.of(new ValidateCommand(surroundings), new PlanCommand(surroundings), new ApplyCommand(surroundings),
                new ExportCommand(surroundings), new UnusedCommand(surroundings), new DiffCommand(surroundings),
                new LiveCheckCommand(surroundings),
                new EmulatorCommand())
                .forEach(line::addSubcommand);
        line.setDefaultValueProvider(new Variables(surroundings.environment()));
        line.setExecutionStrategy(parsed -> {
            mistyped(line, surroundings).forEach(line.getErr()::println);
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, command));
        line.setParameterExceptionHandler((failure, args) -> {
            CommandLine command = failure.getCommandLine();
            command.getErr().println(failure.getMessage());
            command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
            return ExitCode.FAILURE;
        });
        return line;
    }

    private static List<String> mistyped(CommandLine line, Surroundings surroundings) {
        return new Variables(surroundings.environment()).mistyped(line.getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> option.arity().max() > 0 && option.longestName().startsWith("--")).toList());
    }

    /** Without a command: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int tell(Exception failure, CommandLine command) {
        if (failure instanceof PersonalizeException e && !e.getFieldErrors().isEmpty()) {
            e.getFieldErrors().forEach(fault -> command.getErr().println(fault.message()));
        } else {
            command.getErr().println(root(failure).getMessage());
        }
        return ExitCode.FAILURE;
    }

    /** Camel tells why an endpoint cannot be used in the innermost exception. */
    private static Throwable root(Throwable failure) {
        return failure.getCause() == null || failure instanceof PersonalizeException ? failure : root(failure.getCause());
    }
}
