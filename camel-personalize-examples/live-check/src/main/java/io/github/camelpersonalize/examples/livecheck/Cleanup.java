// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.livecheck;

import java.io.PrintWriter;

/** Deletes what a run has made when it does not come to its end: when the process is asked to end, or when the run fails. */
final class Cleanup implements AutoCloseable {

    private final Calls calls;
    private final Check check;
    private final PrintWriter out;
    private final Thread hook = new Thread(this::atEnd, "live-check-cleanup");
    private boolean isNeedless;

    /** From now on, the end of the process waits for it. */
    Cleanup(Calls calls, Check check, PrintWriter out) {
        this.calls = calls;
        this.check = check;
        this.out = out;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The run has cleaned up after itself. */
    void isNeedless() {
        isNeedless = true;
    }

    /** Cleans up if that is needed. When the process is ending already, waits until it has. */
    @Override
    public void close() throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            hook.join();
            return;
        }
        if (!isNeedless) {
            clean();
        }
    }

    private void atEnd() {
        calls.keepForThisThread();
        clean();
    }

    private void clean() {
        if (!check.hasWritten()) {
            return;
        }
        try {
            out.println("Not finished. Left in the project: " + check.clean());
        } catch (StoppedException e) {
            out.println("Not finished. The next run deletes what this one has left.");
        }
    }
}
