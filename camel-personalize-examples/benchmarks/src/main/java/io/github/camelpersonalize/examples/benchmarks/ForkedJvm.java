// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own for one part of a benchmark: its threads, heap and garbage are of nothing else. It reads and prints lines. */
final class ForkedJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final PrintWriter in;

    private ForkedJvm(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /**
     * Starts a class of the benchmarks.
     *
     * @param options of the JVM
     * @param arguments of its main method, as text
     */
    static ForkedJvm start(Jdk jdk, List<String> options, Class<?> main, Object... arguments) throws IOException {
        return new ForkedJvm(process(jdk, options, main, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /**
     * Runs a class of the benchmarks to its end, with the options of this JVM. It prints where this one does.
     *
     * @return the status of its process
     */
    static int run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return process(Jdk.current(), options, main, (Object[]) arguments).inheritIO().start().waitFor();
    }

    private static ProcessBuilder process(Jdk jdk, List<String> options, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return new ProcessBuilder(command);
    }

    void writeLine(String line) {
        in.println(line);
    }

    /**
     * The next line.
     *
     * @throws IOException when the process has ended
     */
    String readLine() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the process has ended: " + process.info().commandLine().orElse("unknown"));
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
