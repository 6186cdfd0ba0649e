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
 * {@code camel run} in a JVM of its own. Its class path is the command line's alone; the component comes from a repository with what this build
 * has made, and goes with everything else into a local repository that begins empty.
 */
record CamelRun(int exitCode, String output) {

    private static final int MINUTES = 5;

    static CamelRun of(Path folder, Map<String, String> environment, List<String> arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "camel-run", ".log");
        ProcessBuilder builder = new ProcessBuilder(command(folder, arguments)).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("camel run did not end within " + MINUTES + " minutes:\n" + Files.readString(output));
            }
        } finally {
            process.destroyForcibly();
        }
        return new CamelRun(process.exitValue(), Files.readString(output));
    }

    private static List<String> command(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmaven.repo.local=" + folder.resolve("local-repository"), "-cp", classpath(),
                CamelCommand.class.getName(), "run"));
        command.addAll(arguments);
        command.add("--repos=" + repository("jbang.repository") + "," + repository("maven.repository"));
        command.add("--logging-color=false");
        return command;
    }

    private static String classpath() throws IOException {
        Path own = Path.of("target", "test-classes").toAbsolutePath();
        return own + File.pathSeparator + Files.readString(Path.of(System.getProperty("jbang.classpath")));
    }

    private static String repository(String property) {
        return Path.of(System.getProperty(property)).toUri().toString();
    }
}
