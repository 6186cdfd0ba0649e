// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

/**
 * A change as people read it: a line that names the definition, and its members with what they were and what they are, as a plan shows them. A body that
 * a consumer delivers converts to it.
 *
 * @param text one line or more, each with a line break
 */
public record ChangeText(String text) {

    @Override
    public String toString() {
        return text;
    }
}
