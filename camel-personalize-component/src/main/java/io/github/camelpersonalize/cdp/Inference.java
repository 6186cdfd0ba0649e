// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.function.Function;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.model.Definition;

/** What is inferred from a message. */
public sealed interface Inference {

    /**
     * A fragment of a manifest.
     *
     * @param manifest attributes and events, possibly none, with {@code onConflict: skip}, so that existing definitions stay unchanged
     */
    record Fragment(Definition manifest) implements Inference {}

    /**
     * No fragment, because the message is not one of the Segment spec.
     *
     * @param error the position and the reason
     */
    record Rejected(FieldError error) implements Inference {}

    /** The value of one function, depending on what this is. */
    default <T> T fold(Function<Definition, T> fragment, Function<FieldError, T> rejected) {
        if (this instanceof Fragment inferred) {
            return fragment.apply(inferred.manifest());
        }
        return rejected.apply(((Rejected) this).error());
    }
}
