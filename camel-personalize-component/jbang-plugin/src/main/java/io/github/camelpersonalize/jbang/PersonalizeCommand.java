// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.jbang;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.github.camelpersonalize.cli.Personalize;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Hands all its arguments on, so that messages and exit codes are those of the command line {@code personalize} and not those of {@code camel}. */
@Command(name = "personalize", description = "Manage a project of Contentstack Personalize (use --help to see the commands)")
final class PersonalizeCommand implements Callable<Integer> {

    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        // Camel JBang logs to standard output, which is for results.
        Configurator.setRootLevel(Level.WARN);
        CommandLine personalize = Personalize.commandLine();
        // Its script completes a program of one word.
        personalize.getCommandSpec().removeSubcommand("generate-completion");
        return personalize.setCommandName("camel personalize").execute(arguments.toArray(String[]::new));
    }
}
