// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.List;
import java.util.function.Consumer;

import io.github.camelpersonalize.time.StopSignal;

/** An exchange of a producer, or a poll of a consumer, from its begin to its end. */
public final class Work implements AutoCloseable {

    private final List<Object> wholes;
    private final Consumer<Work> onEnd;
    private final StopSignal stop = new StopSignal();

    /**
     * @param wholes what it is a part of
     */
    Work(List<Object> wholes, Consumer<Work> onEnd) {
        this.wholes = wholes;
        this.onEnd = onEnd;
    }

    /** Given when something stops that the work is a part of. */
    public StopSignal stop() {
        return stop;
    }

    List<Object> wholes() {
        return wholes;
    }

    /** The work has ended. */
    @Override
    public void close() {
        onEnd.accept(this);
    }
}
