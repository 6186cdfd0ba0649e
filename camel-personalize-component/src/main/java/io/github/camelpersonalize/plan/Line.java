// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

/**
 * One line of a value that takes several.
 *
 * @param mark {@link Mark#ADDED}, {@link Mark#REMOVED}, {@link Mark#SAME} or {@link Mark#OMITTED}
 * @param text what it says, cut to a length
 */
record Line(Mark mark, String text) {}
