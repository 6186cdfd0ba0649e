// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.List;

/** The parts of the benchmarks: each has its place on the page, and can be run alone. The constants are spelled as users write them. */
enum Part {

    messages, batches, projects, threads, sizes;

    /** Runs it. */
    Figures figures() throws Exception {
        return switch (this) {
            case messages, batches -> Figures.of(beside(this));
            case projects -> Figures.of(Projects.rows());
            case threads -> Threads.figures();
            case sizes -> Sizes.figures();
        };
    }

    /** How to run it alone. */
    String command() {
        return "./mvnw -q -Pdemo -Dbenchmarks.part=" + name() + " -pl :benchmarks -am verify";
    }

    private static List<Row> beside(Part part) throws Exception {
        try (StubProcess stub = StubProcess.start(0); RawClient raw = new RawClient(stub.url()); Routes routes = new Routes(stub.url())) {
            return part == messages ? new Messages(raw, routes).rows() : new Batches(routes).rows();
        }
    }
}
