// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.List;

/**
 * What a part of the benchmarks has measured.
 *
 * @param rows figures with a goal or a bound
 * @param grids figures to compare
 */
record Figures(List<Row> rows, List<Grid> grids) {

    static Figures of(List<Row> rows) {
        return new Figures(rows, List.of());
    }
}
