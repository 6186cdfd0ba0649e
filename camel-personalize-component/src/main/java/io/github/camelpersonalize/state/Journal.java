// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelpersonalize.model.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * State of many entries that changes a little at a time: a base with all entries, and after it the changes since, in parts of a few kilobytes. A write
 * costs what has changed, not what there is. When the changes have outgrown a share of the base, the caller writes all of it again as a new base.
 * <p>
 * The base and each part are stored in one step each, and each part names the base that it continues. So what a crash leaves is readable at any
 * point: the parts of an earlier base are ignored, and overwritten by and by. Not thread-safe.
 */
public final class Journal {

    /** Formats before this one have a base only. */
    private static final int FORMAT = 2;

    /** A part of this length, in characters, gets no further change. */
    private static final int FULL = 4_096;

    /** Changes of so many characters are kept apart however small the base is. */
    private static final long LEAST = 64L * 1024;

    /** Of a larger base, changes up to this share are kept apart. */
    private static final int SHARE = 4;

    private final StateStore store;
    private @Nullable ChecksummedText base;
    private final List<JsonNode> changes = new ArrayList<>();

    /** Which base the parts belong to; {@code null} before there is one that can have parts. */
    private @Nullable String generation;

    /** How many parts are full, and their characters. */
    private int full;
    private long length;
    private long allowed;

    /** The changes of the part that is not full yet. */
    private List<JsonNode> open = List.of();

    private Journal(StateStore store) {
        this.store = store;
    }

    /**
     * What is stored.
     *
     * @throws JsonException when it is not whole, or was written by a newer version; the message begins with {@code it}
     */
    public static Journal open(StateStore store) {
        Journal journal = new Journal(store);
        store.read().ifPresent(journal::read);
        return journal;
    }

    private void read(String text) {
        ChecksummedText stored = ChecksummedText.read(text, FORMAT);
        if (stored.format() < FORMAT) {
            base = stored;
            return;
        }
        base = new ChecksummedText(stored.head(), entries(stored));
        begin(generation(stored), text.length());
        Optional<String> part = part();
        while (part.isPresent()) {
            List<JsonNode> entries = entries(ChecksummedText.read(part.get(), FORMAT));
            changes.addAll(entries);
            end(entries, part.get().length());
            part = open.isEmpty() ? part() : Optional.empty();
        }
    }

    /** The part after those that are full, if it belongs to the base. */
    private Optional<String> part() {
        return store.part(full + 1).read().filter(text -> generation(ChecksummedText.read(text, FORMAT)).equals(generation));
    }

    private static String generation(ChecksummedText stored) {
        if (stored.parts().isEmpty()) {
            throw ChecksummedText.damaged();
        }
        return stored.parts().get(0).asText();
    }

    private static List<JsonNode> entries(ChecksummedText stored) {
        return stored.parts().subList(1, stored.parts().size());
    }

    /** The base that was stored when this was opened, if one was. */
    public Optional<ChecksummedText> base() {
        return Optional.ofNullable(base);
    }

    /** The changes after that base, in their order. */
    public List<JsonNode> changes() {
        return List.copyOf(changes);
    }

    /**
     * Stores changes after those before.
     *
     * @return {@code false} when nothing was stored: it is time to {@linkplain #replace replace} the whole
     * @throws RuntimeException when they cannot be stored
     */
    public boolean append(List<JsonNode> added) {
        if (generation == null || length > allowed) {
            return false;
        }
        List<JsonNode> entries = new ArrayList<>(open);
        entries.addAll(added);
        String text = text(Map.of(), generation, entries);
        store.part(full + 1).write(text);
        end(entries, text.length());
        return true;
    }

    /**
     * Stores the whole as a new base, without changes.
     *
     * @throws RuntimeException when it cannot be stored; what was stored before is still there
     */
    public void replace(Map<String, String> head, List<? extends JsonNode> parts) {
        String next = UUID.randomUUID().toString();
        String text = text(head, next, parts);
        store.write(text);
        begin(next, text.length());
    }

    private static String text(Map<String, String> head, String generation, List<? extends JsonNode> entries) {
        List<JsonNode> parts = new ArrayList<>(List.of(TextNode.valueOf(generation)));
        parts.addAll(entries);
        return ChecksummedText.of(FORMAT, head, parts);
    }

    private void begin(String next, int baseLength) {
        generation = next;
        full = 0;
        length = 0;
        open = List.of();
        allowed = Math.max(LEAST, baseLength / SHARE);
    }

    /** The open part has these entries now. */
    private void end(List<JsonNode> entries, int partLength) {
        boolean isFull = partLength >= FULL;
        open = isFull ? List.of() : entries;
        if (isFull) {
            full++;
            length += partLength;
        }
    }
}
