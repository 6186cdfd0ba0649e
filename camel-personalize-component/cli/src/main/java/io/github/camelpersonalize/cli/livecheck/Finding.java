// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

/**
 * What is known of a point after a run.
 *
 * @param seen
 *            what the service did, in one line, or why the point could not be tried
 */
record Finding(Point point, Verdict verdict, String seen) {}
