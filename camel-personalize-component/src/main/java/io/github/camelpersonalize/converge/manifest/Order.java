// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * The order of priority of experiences, highest first.
 *
 * @param experiences each as {@code ref:experience/<name>} or as a uid
 * @param position where it is written
 */
public record Order(ArrayNode experiences, Position position) {}
