// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

/** What all variants need to reach the stub. */
final class Service {

    static final String PATH = "/attributes";
    static final String TOKEN = "benchmark-token";
    static final String PROJECT = "66d0c1a2b3e4f5061728394a";
    static final int CONNECTIONS = 100;

    private Service() {}
}
