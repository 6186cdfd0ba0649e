// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import io.github.camelpersonalize.text.Quoted;
import io.github.camelpersonalize.text.Visible;

/**
 * A definition that an export leaves out.
 *
 * @param kind {@code attribute}, {@code audience}, {@code event} or {@code experience}
 * @param key its natural key, or else its uid
 * @param reason why it is left out
 */
public record Skipped(String kind, String key, String reason) {

    @Override
    public String toString() {
        return kind + " " + Quoted.of(key) + ": " + Visible.text(reason);
    }
}
