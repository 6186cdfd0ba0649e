// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.Optional;

import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.state.Status;

/** The ways from one status of a version to another. */
final class Transitions {

    private final boolean pauseLocked;

    /** The ways; with a locked pause an active version cannot be paused. */
    Transitions(boolean pauseLocked) {
        this.pauseLocked = pauseLocked;
    }

    /** Why this way is closed, none when it is open. */
    Optional<Code> refusal(Status from, Status to, boolean changed) {
        return switch (from) {
            case DRAFT -> to == Status.PAUSED ? Optional.of(Code.INVALID_STATUS) : Optional.empty();
            case ARCHIVED -> Optional.of(Code.LOCKED);
            case ACTIVE, PAUSED -> refusalOfLive(from, to, changed);
        };
    }

    private Optional<Code> refusalOfLive(Status from, Status to, boolean changed) {
        if (to == Status.DRAFT) {
            return Optional.of(Code.BACK_TO_DRAFT);
        }
        boolean locked = changed || pauseLocked && from == Status.ACTIVE && to == Status.PAUSED;
        return locked ? Optional.of(Code.LOCKED) : Optional.empty();
    }
}
