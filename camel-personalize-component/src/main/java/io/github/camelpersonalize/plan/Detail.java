// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

/**
 * How much of one member is shown.
 *
 * @param characters the most characters of a value, or of one line of it
 * @param lines the most lines of a value
 */
record Detail(int characters, int lines) {}
