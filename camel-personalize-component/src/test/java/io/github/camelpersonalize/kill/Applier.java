// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A JVM of its own that applies a manifest when it is told to, its attributes by one way and all of it by the other, and can be killed. */
final class Applier implements AutoCloseable {

    private static final String READY = "ready";
    private static final String DONE = "done";
    private static final long SECONDS = 60;

    private final Process process;
    private final BufferedReader words;

    /**
     * @param way by which it applies all of the manifest
     * @param states is where it keeps its ledger
     * @param work what it applies
     */
    Applier(Java java, PersonalizeEmulator emulator, Way way, Path states, Work work) throws IOException {
        process = java.command(Applier.class, emulator.baseUrl(), way.name(), states.toString(), work.name()).start();
        words = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** In the other JVM. */
    public static void main(String[] arguments) throws Exception {
        Way way = Way.valueOf(arguments[1]);
        Work work = Work.valueOf(arguments[3]);
        try (Pipeline pipeline = new Pipeline(arguments[0], Path.of(arguments[2]), work)) {
            System.out.println(READY);
            new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
            pipeline.apply(way.other(), work.manifest().retain("attributes").toString(), "none");
            pipeline.apply(way, work.manifest().toString(), "none");
            System.out.println(DONE);
            System.in.read();
        }
    }

    /** Lets it begin, as soon as it can. */
    void begin() throws IOException {
        String word = words.readLine();
        if (!READY.equals(word)) {
            throw new AssertionError("the other JVM did not start, but said " + word);
        }
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Lets it come to its end. */
    void end() throws IOException, InterruptedException {
        String word = words.readLine();
        process.getOutputStream().close();
        if (!DONE.equals(word) || !process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the other JVM did not end, but said " + word);
        }
    }

    /** SIGKILL, whatever it is doing. @return whether it was not through */
    boolean kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the other JVM cannot be killed");
        }
        return words.readLine() == null;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
