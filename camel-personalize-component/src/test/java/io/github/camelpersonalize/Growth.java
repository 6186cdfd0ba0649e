// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntConsumer;

/** How the work of a thread grows with the size of its task. It counts the time that the processor spends on it, whatever else the machine does. */
public final class Growth {

    /** Four times the size is about 5 times the work where that is n log n, and 16 times where it is the square of n. */
    public static final double LINEARITHMIC = 10;

    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Growth() {}

    /** In how many times the work a task of four times this size ends. */
    public static double ofFourTimes(int size, IntConsumer task) {
        task.accept(size);
        long once = Long.MAX_VALUE;
        long fourTimes = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            once = Math.min(once, work(size, task));
            fourTimes = Math.min(fourTimes, work(4 * size, task));
        }
        return (double) fourTimes / once;
    }

    private static long work(int size, IntConsumer task) {
        long before = THREADS.getCurrentThreadCpuTime();
        task.accept(size);
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
