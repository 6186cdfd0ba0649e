// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

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
 *            where the record lies
 * @param detail
 *            the name of what was created, else the reason
 * @param requests
 *            how many API requests the attempt took
 */
record Attempt(Verdict verdict, String kind, Coordinates at, String detail, int requests) {

    enum Verdict {

        /** The service has created it. */
        CREATED,
        /** The service had it already, exactly so: the record was read before, or published twice. */
        ADOPTED,
        /** It lies in the dead-letter topic. */
        REFUSED,
        /** It stays where it is and will be read again. */
        HELD,
        /** It stays where it is, and nothing else is read: the credentials are no good. */
        STOPPED
    }

    @Override
    public String toString() {
        return "%-8s %-28s %s".formatted(verdict.name().toLowerCase(Locale.ROOT), at, detail);
    }
}
