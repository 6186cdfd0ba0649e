// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.PrintWriter;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a command talks to: results on standard output, everything else on standard error.
 *
 * @param spec the command
 * @param surroundings what it was started in
 */
record Shell(CommandSpec spec, Surroundings surroundings) {

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints a result, with colours on a terminal. */
    void show(String text) {
        out().print(surroundings.hasColours() ? Coloured.of(text) : text);
        out().flush();
    }

    /** Tells which values of these options count, and where they are from. */
    void tellSources(String... names) {
        Variables variables = new Variables(surroundings.environment());
        for (String name : names) {
            OptionSpec option = spec.findOption(name);
            boolean isGiven = spec.commandLine().getParseResult().hasMatchedOption(option);
            err().printf("%s = %s (%s)%n", name.substring(2), option.<Object>getValue(), variables.source(option, isGiven));
        }
    }
}
