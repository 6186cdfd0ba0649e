// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An actual definition beside the desired one.
 *
 * @param differences JSON pointers to the members that a write would change
 * @param kept JSON pointers to the members that the service keeps otherwise, whenever it is sent the desired ones: another write is useless
 */
public record Comparison(List<String> differences, List<String> kept) {

    private static final String KEEPS = "the service keeps ";

    public Comparison {
        differences = List.copyOf(differences);
        kept = List.copyOf(kept);
    }

    /** Whether a write would change nothing. */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** What is worth knowing of an actual definition that needs no write. */
    public Optional<String> note() {
        return note(kept);
    }

    /** Whether a note, or {@code null}, says that the service keeps something otherwise. */
    public static boolean isNote(@Nullable String text) {
        return text != null && text.startsWith(KEEPS);
    }

    public static Optional<String> note(List<String> kept) {
        return kept.isEmpty() ? Optional.empty() : Optional.of(KEEPS + String.join(", ", kept) + " otherwise");
    }
}
