// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.model.Definition;

/** What a message implies. */
public sealed interface Inference {

    /**
     * Definitions, perhaps none.
     *
     * @param manifest attributes, events, and {@code onConflict}: what is there already stays as it is
     */
    record Fragment(Definition manifest) implements Inference {}

    /**
     * Nothing, because it is no message of the Segment spec.
     *
     * @param fault where, and what is wrong
     */
    record Refused(FieldError fault) implements Inference {}
}
