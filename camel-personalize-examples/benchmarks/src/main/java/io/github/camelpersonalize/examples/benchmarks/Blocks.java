// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Throughput in short blocks that alternate between the variants, all in this process: what disturbs the machine disturbs all of them alike. What
 * counts is the ratio within a round; the median of the rounds is the result.
 */
final class Blocks implements AutoCloseable {

    private static final long BLOCK_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final int inFlight;
    private final int warmUp;
    private final int rounds;
    private final ExecutorService threads;

    /**
     * @param inFlight how many threads carry out operations at once
     * @param warmUp rounds that do not count
     * @param rounds those that do
     */
    Blocks(int inFlight, int warmUp, int rounds) {
        this.inFlight = inFlight;
        this.warmUp = warmUp;
        this.rounds = rounds;
        this.threads = Executors.newFixedThreadPool(inFlight);
    }

    /** The throughput of each of the others in times of the first one's. */
    List<Double> ratios(Work base, List<Work> others) throws Exception {
        List<List<Double>> ratios = new ArrayList<>();
        others.forEach(other -> ratios.add(new ArrayList<>()));
        for (int round = 0; round < warmUp + rounds; round++) {
            double first = throughput(base);
            for (int i = 0; i < others.size(); i++) {
                double ratio = throughput(others.get(i)) / first;
                if (round >= warmUp) {
                    ratios.get(i).add(ratio);
                }
            }
        }
        return ratios.stream().map(Blocks::median).toList();
    }

    private double throughput(Work work) throws Exception {
        long startedAt = System.nanoTime();
        Callable<Long> worker = () -> {
            long done = 0;
            while (System.nanoTime() - startedAt < BLOCK_NANOS) {
                work.run();
                done++;
            }
            return done;
        };
        List<Future<Long>> workers = new ArrayList<>();
        for (int i = 0; i < inFlight; i++) {
            workers.add(threads.submit(worker));
        }
        long done = 0;
        for (Future<Long> ended : workers) {
            done += ended.get();
        }
        return done / (double) (System.nanoTime() - startedAt);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
