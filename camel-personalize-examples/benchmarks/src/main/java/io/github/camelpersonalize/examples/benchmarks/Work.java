// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

/** One operation that is measured. Several threads may carry it out at once. */
@FunctionalInterface
interface Work {

    void run() throws Exception;
}
