// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What this process writes to standard error, where the tests' log goes. */
public final class StandardError {

    private StandardError() {}

    /** Some work of a test. */
    @FunctionalInterface
    public interface Work {

        void run() throws Exception;
    }

    /** What is written while the work runs. */
    public static String of(Work work) throws Exception {
        PrintStream console = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(console);
        }
        return written.toString(UTF_8);
    }
}
