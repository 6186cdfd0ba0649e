// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * What a command is started in.
 *
 * @param environment the variables
 * @param isTerminal whether a person reads the output and can answer
 * @param input where the answers come from
 */
record Surroundings(Map<String, String> environment, boolean isTerminal, BufferedReader input) {

    /** Those of this process. */
    static Surroundings ofProcess() {
        return new Surroundings(System.getenv(), isTerminal(System.console()),
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    }

    /** Whether output has colours: on a terminal that has some, unless NO_COLOR is set. */
    boolean hasColours() {
        return isTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }

    /** Since Java 22 there may be a console where there is no terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
