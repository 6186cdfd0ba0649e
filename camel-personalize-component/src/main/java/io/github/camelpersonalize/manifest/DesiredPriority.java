// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelpersonalize.document.Position;

/**
 * The order of priority of experiences, highest first.
 *
 * @param experiences each as {@code ref:experience/<name>} or as a uid
 * @param position where it is written
 */
public record DesiredPriority(ArrayNode experiences, Position position) {}
