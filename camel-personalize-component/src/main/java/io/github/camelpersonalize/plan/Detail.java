// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

/**
 * How much of one member is shown.
 *
 * @param characters the maximum length of a value, or of one line of it
 * @param lines the maximum number of lines of a value
 */
record Detail(int characters, int lines) {}
