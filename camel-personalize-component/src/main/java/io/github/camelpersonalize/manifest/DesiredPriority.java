// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelpersonalize.document.Position;

/**
 * The desired order of experiences, highest priority first.
 *
 * @param experiences each as {@code ref:experience/<name>} or as a uid
 * @param position the position in the document
 */
public record DesiredPriority(ArrayNode experiences, Position position) {}
