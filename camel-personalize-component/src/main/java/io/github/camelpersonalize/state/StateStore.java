// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.util.Optional;

/** Stores one text that outlives an operation: each read returns what was written last. */
public interface StateStore {

    /** Its name in messages. */
    String name();

    /** The text that was written last, if any. */
    Optional<String> read();

    /**
     * Replaces the text.
     *
     * @throws RuntimeException when it cannot be stored
     */
    void write(String text);

    /**
     * Another text that belongs to this one.
     *
     * @param number from 1
     */
    StateStore part(int number);
}
