// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link Stub} in a process of its own, so that neither its threads nor its garbage are those that are measured. */
final class StubProcess implements AutoCloseable {

    private final Process process;
    private final String url;

    private StubProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** @param delayMillis before each answer */
    static StubProcess start(int delayMillis) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-Xmx64m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Stub.class.getName(), String.valueOf(delayMillis)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new StubProcess(process, "http://localhost:" + out.readLine());
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
