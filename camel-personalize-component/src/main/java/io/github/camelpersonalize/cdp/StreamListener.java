// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

/** Receives the events of a stream that need attention, each once. Names are untrusted text with any characters. */
interface StreamListener {

    /** The most withheld names of a kind, and the most other spellings, that are reported: a stream can send any number. */
    int MAX_REPORTED = 100;

    /**
     * A name does not become a definition.
     *
     * @param kind {@code attribute} or {@code event}
     * @param name as sent
     * @param reason a clause that says why, and what to do
     */
    void onWithheld(String kind, String name, String reason);

    /** {@value #MAX_REPORTED} withheld names of the kind have been reported; from now on they are only counted. */
    void onWithheldLimit(String kind);

    /** The value of a trait does not match the type of its attribute, which stays. */
    void onConflict(String key, String actual, String inferred);

    /** A name becomes the key that another name became before: the two are one definition. */
    void onMerged(String kind, String name, String other, String key);

    /** There is something else where traits should be, {@code traits} or {@code context.traits}: nothing is inferred from it. */
    void onIgnored(String place);
}
