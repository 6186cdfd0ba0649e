// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.util.Optional;

/** Where text outlives an operation. What is written is there for the next read, whatever happens in between. */
public interface StateStore {

    /** What it is called in messages. */
    String name();

    /** What was written last, if anything was. */
    Optional<String> read();

    /**
     * Replaces what was written.
     *
     * @throws RuntimeException when it cannot be stored
     */
    void write(String text);
}
