// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** 200 messages at once, each in a platform thread of its own that waits for the answer of a service that takes 100 ms. */
final class Threads {

    private static final int MESSAGES = 200;
    private static final int WARM = 3;
    private static final int DELAY_MILLIS = 100;

    private Threads() {}

    static List<Row> rows() throws Exception {
        try (StubProcess slow = StubProcess.start(DELAY_MILLIS); Routes routes = new Routes(slow.url())) {
            ExecutorService threads = Executors.newFixedThreadPool(MESSAGES);
            try {
                for (int i = 0; i < WARM; i++) {
                    millis(threads, routes);
                }
                List<Long> each = millis(threads, routes);
                int alive = ManagementFactory.getThreadMXBean().getThreadCount();
                return List.of(Row.atMost("200 messages at once, 100 connections, a service that takes 100 ms: threads", 250, alive),
                        Row.atMost("the same: ms until the first message is done", 300, Collections.min(each)),
                        Row.atMost("the same: ms until the last message is done", 600, Collections.max(each)));
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** How long each message took, from when all began. */
    private static List<Long> millis(ExecutorService threads, Routes routes) throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        long[] startedAt = new long[1];
        List<Future<Long>> messages = IntStream.range(0, MESSAGES).mapToObj(i -> threads.submit(() -> {
            begin.await();
            routes.send("direct:create", Creates.of(i));
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt[0]);
        })).toList();
        startedAt[0] = System.nanoTime();
        begin.countDown();
        List<Long> each = new ArrayList<>();
        for (Future<Long> message : messages) {
            each.add(message.get());
        }
        return each;
    }
}
