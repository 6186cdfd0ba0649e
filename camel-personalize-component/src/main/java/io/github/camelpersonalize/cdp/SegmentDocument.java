// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was read of a document that may be a message of the Segment spec: only what decides what is inferred from it. Of the values of traits it has
 * the types.
 *
 * @param call its own members, or {@code null} when it is no object
 * @param payload those of {@code httpPayload}, the envelope of Jitsu's ingest, or {@code null} when there is none
 * @param batch the messages of a batch as sent to the HTTP APIs, or {@code null} when it is none
 */
record SegmentDocument(@Nullable Call call, @Nullable Call payload, @Nullable List<SegmentDocument> batch) {

    /** A document that is no object. */
    static final SegmentDocument NONE = new SegmentDocument(null, null, null);

    /**
     * The members of a call such as {@code track}.
     *
     * @param type as it was sent; empty when it is no text
     * @param event its name, or {@code null} when it has none
     * @param name that of a page or screen, or {@code null} when it has none
     * @param traits of its member {@code traits}
     * @param contextTraits of its member {@code context.traits}
     */
    record Call(String type, @Nullable String event, @Nullable String name, Traits traits, Traits contextTraits) {}

    /**
     * The traits of an object.
     *
     * @param all those with a value from which a type can be inferred, in the order of the object
     * @param isIgnored whether there is something else than an object
     */
    record Traits(List<Trait> all, boolean isIgnored) {

        static final Traits NONE = new Traits(List.of(), false);
        static final Traits IGNORED = new Traits(List.of(), true);
    }

    /** A trait, and the type of its value. */
    record Trait(String name, TraitType type) {}
}
