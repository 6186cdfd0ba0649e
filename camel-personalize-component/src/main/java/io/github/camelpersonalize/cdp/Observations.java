// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.cdp.SegmentDocument.Call;
import io.github.camelpersonalize.cdp.SegmentDocument.Trait;
import io.github.camelpersonalize.cdp.SegmentDocument.Traits;
import org.jspecify.annotations.Nullable;

/**
 * The traits and the names of events in a message, in its order. A batch is observed as a whole or not at all. In a map, those of one hash code are
 * searched by their texts: senders can make up any number of these.
 *
 * @param ignored where traits should be, and something else is: each place once
 */
record Observations(List<Trait> traits, List<String> events, List<String> ignored) implements Comparable<Observations> {

    private static final String TYPES = "identify, track, page, screen, group, alias";

    /**
     * Those of a message.
     *
     * @param pages whether {@code page} and {@code screen} are events
     * @throws NoSegmentMessageException when it is not a message of the Segment spec
     */
    static Observations of(SegmentDocument message, boolean pages) {
        Observations observations = none();
        List<SegmentDocument> batch = message.batch();
        if (batch == null) {
            observations.addMessage(message, "", pages);
            return observations;
        }
        for (int i = 0; i < batch.size(); i++) {
            observations.addMessage(batch.get(i), "/batch/" + i, pages);
        }
        return observations;
    }

    static Observations none() {
        return new Observations(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void addMessage(SegmentDocument message, String at, boolean pages) {
        if (message.payload() != null) {
            add(message.payload(), at + "/httpPayload", pages);
        } else if (message.call() != null) {
            add(message.call(), at, pages);
        } else {
            throw new NoSegmentMessageException(at, "must be an object");
        }
    }

    private void add(Call call, String at, boolean pages) {
        switch (call.type().toLowerCase(Locale.ROOT)) {
            case "identify", "group" -> add(call.traits(), "traits");
            case "track" -> events.add(event(call.event(), at + "/event"));
            case "page" -> addPage(call, "Page", pages);
            case "screen" -> addPage(call, "Screen", pages);
            case "alias" -> {
                // It links two ids of one person; nothing is inferred from it.
            }
            default -> throw new NoSegmentMessageException(at + "/type", "must be one of " + TYPES);
        }
        add(call.contextTraits(), "context.traits");
    }

    private static String event(@Nullable String event, String at) {
        if (event == null) {
            throw new NoSegmentMessageException(at, "must be the name of an event");
        }
        return event;
    }

    /** {@code Viewed Home Page} for a page named {@code Home}, as Segment's own destinations do. */
    private void addPage(Call call, String kind, boolean pages) {
        if (pages) {
            String name = call.name() == null ? "" : call.name().strip() + " ";
            events.add("Viewed " + name + kind);
        }
    }

    private void add(Traits some, String place) {
        for (Trait trait : some.all()) {
            traits.add(trait);
        }
        if (some.isIgnored() && !ignored.contains(place)) {
            ignored.add(place);
        }
    }

    @Override
    public int compareTo(Observations other) {
        return toString().compareTo(other.toString());
    }

    /** Ends the observation of a message that is rejected; {@link SegmentStream} catches it. */
    static final class NoSegmentMessageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient FieldError error;

        NoSegmentMessageException(String at, String reason) {
            super(reason, null, false, false);
            this.error = new FieldError(at, reason);
        }

        FieldError error() {
            return error;
        }
    }
}
