// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.jbang;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code camel} in a JVM of its own, of a user whose home is the folder {@code home}. Its class path is the command line's alone; what it downloads
 * goes into the local repository of that user.
 *
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error
 */
record CamelRun(int exitCode, String output, String errors) {

    private static final int MINUTES = 5;

    /** Runs it to its end. */
    static CamelRun of(Path folder, Map<String, String> environment, List<String> arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "camel", ".out");
        Path errors = Files.createTempFile(folder, "camel", ".err");
        Process process = start(folder, environment, arguments, output, errors);
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("camel did not end within " + MINUTES + " minutes:\n" + Files.readString(output));
            }
        } finally {
            process.destroyForcibly();
        }
        return new CamelRun(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    /** Starts it. */
    static Process start(Path folder, Map<String, String> environment, List<String> arguments, Path output, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(folder, arguments)).directory(folder.toFile())
                .redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What it wrote, to either. */
    String text() {
        return output + errors;
    }

    /** A repository that the build names, as a URL. */
    static String repository(String property) {
        return Path.of(System.getProperty(property)).toUri().toString();
    }

    private static List<String> command(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder.resolve("home"), "-cp", classpath(), CamelCommand.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private static String classpath() throws IOException {
        Path own = Path.of("target", "test-classes").toAbsolutePath();
        return own + File.pathSeparator + Files.readString(Path.of(System.getProperty("jbang.classpath")));
    }
}
