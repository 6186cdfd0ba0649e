// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Optional;

import io.github.camelpersonalize.api.FieldError;
import org.jspecify.annotations.Nullable;

/** What a {@link SegmentStream} has read of a message: only what decides what is inferred from it. */
public final class SegmentMessage {

    private final Observations observations;
    private final @Nullable InferredFragment known;
    private final @Nullable FieldError error;

    private SegmentMessage(Observations observations, @Nullable InferredFragment known, @Nullable FieldError error) {
        this.observations = observations;
        this.known = known;
        this.error = error;
    }

    /** A message from which something is to be inferred. */
    static SegmentMessage of(Observations observations) {
        return new SegmentMessage(observations, null, null);
    }

    /** No message of the Segment spec. */
    static SegmentMessage rejected(FieldError error) {
        return new SegmentMessage(Observations.none(), null, error);
    }

    /** The same, with what is inferred from each message like it. */
    SegmentMessage known(InferredFragment fragment) {
        return new SegmentMessage(observations, fragment, null);
    }

    Observations observations() {
        return observations;
    }

    Optional<InferredFragment> known() {
        return Optional.ofNullable(known);
    }

    Optional<FieldError> error() {
        return Optional.ofNullable(error);
    }
}
