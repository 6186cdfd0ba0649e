// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

import com.sun.management.ThreadMXBean;

/** The bytes that an operation allocates, in all threads: exact, whatever else the machine does. */
final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * Bytes per operation.
     *
     * @param warmUp operations before those that count: the compiler has removed by then what it can
     */
    static long perOperation(Work work, int warmUp, int operations) throws Exception {
        repeat(work, warmUp);
        long before = allocated();
        repeat(work, operations);
        return (allocated() - before) / operations;
    }

    private static void repeat(Work work, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private static long allocated() {
        return LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())).filter(bytes -> bytes > 0).sum();
    }
}
