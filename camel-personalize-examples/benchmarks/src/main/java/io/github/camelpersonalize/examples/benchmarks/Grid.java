// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.List;

/**
 * A table of figures.
 *
 * @param title of the table
 * @param columns their names; the first one says what the line is about
 * @param lines a text for each column
 */
record Grid(String title, List<String> columns, List<List<String>> lines) {}
