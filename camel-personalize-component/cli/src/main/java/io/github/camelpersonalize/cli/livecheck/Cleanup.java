// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.function.Consumer;

/** Deletes what a run has made when it does not come to its end: when the process is asked to end, or when the run fails. */
final class Cleanup implements AutoCloseable {

    private final Calls calls;
    private final Check check;
    private final Consumer<String> progress;
    private final Thread hook = new Thread(this::atEnd, "live-check-cleanup");
    private boolean isNeedless;

    /** From now on, the end of the process waits for it. */
    Cleanup(Calls calls, Check check, Consumer<String> progress) {
        this.calls = calls;
        this.check = check;
        this.progress = progress;
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
            progress.accept("Not finished. Left in the project: " + check.clean());
        } catch (StoppedException e) {
            progress.accept("Not finished. The next run deletes what this one has left.");
        }
    }
}
