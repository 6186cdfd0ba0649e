// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

/** Is told what of a stream people should look at, each thing once. Names come from strangers, and may hold any characters. */
public interface StreamListener {

    /** The most names of a kind that are told of as withheld, and the most other spellings: what a stream makes up may be endless. */
    int MOST = 100;

    /**
     * A name does not become a definition.
     *
     * @param kind {@code attribute} or {@code event}
     * @param name as sent
     * @param why a clause that says why, and what to do
     */
    void withheld(String kind, String name, String why);

    /** {@value #MOST} names of the kind were told of; from now on they are only counted. */
    void noMoreWithheld(String kind);

    /** A trait came with a value that its attribute cannot hold; it keeps its type. */
    void conflict(String key, String actual, String inferred);

    /** A name differs from one that is known only in case, white space or Unicode form, and is taken for it. */
    void respelled(String kind, String name, String key);
}
