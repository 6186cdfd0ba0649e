// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The guide's route in a process of its own, which can be killed. */
final class ConsumerProcess implements AutoCloseable {

    private final Process process;

    private ConsumerProcess(Process process) {
        this.process = process;
    }

    static ConsumerProcess start(Map<String, String> properties, File log) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp",
                System.getProperty("java.class.path"), ConsumerProcess.class.getName()));
        properties.forEach((name, value) -> command.add(name + "=" + value));
        try {
            return new ConsumerProcess(new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}: the process ends where it is. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** Each argument is a property, {@code name=value}. Ends with the process that started it. */
    public static void main(String... arguments) {
        Map<String, String> properties = new HashMap<>();
        for (String argument : arguments) {
            properties.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        Connector.start(properties);
    }
}
