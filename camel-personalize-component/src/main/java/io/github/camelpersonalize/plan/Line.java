// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

/**
 * One line of a value that takes several lines.
 *
 * @param mark {@link Mark#ADDED}, {@link Mark#REMOVED}, {@link Mark#SAME} or {@link Mark#OMITTED}
 * @param text its text, shortened if it is too long
 */
record Line(Mark mark, String text) {}
