// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.setup;

import java.util.Locale;

import io.github.camelpersonalize.outcome.Coordinates;

/**
 * What became of a record at one attempt.
 *
 * @param verdict
 *            in a word
 * @param kind
 *            attributes, events or audiences
 * @param at
 *            where the record comes from
 * @param detail
 *            the key or name of the definition, else the reason
 * @param requests
 *            how many API requests the attempt took
 */
public record Attempt(Verdict verdict, String kind, Coordinates at, String detail, int requests) {

    /** The outcomes of an attempt. */
    public enum Verdict {

        /** The service has created it. */
        CREATED,
        /** The service had another one of that key, and has this one now. */
        UPDATED,
        /** An earlier attempt created it: the record was read before, or published twice. */
        ADOPTED,
        /** The service had it already, exactly so. */
        UNCHANGED,
        /** The record is at fault; it is set aside with the reason. */
        REFUSED,
        /** The record stays where it is, and is tried again. */
        HELD,
        /** The record stays where it is, and nothing else is read until somebody corrects what is wrong, such as the credentials. */
        STOPPED
    }

    @Override
    public String toString() {
        return "%-8s %-28s %s".formatted(verdict.name().toLowerCase(Locale.ROOT), at, detail);
    }
}
