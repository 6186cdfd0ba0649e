// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

/** The four kinds of objects that a project holds. */
public enum Kind {

    /** What is known of a visitor. */
    ATTRIBUTE("attribute", "key"),
    /** A segment of visitors. */
    AUDIENCE("audience", "name"),
    /** Something that visitors do. */
    EVENT("event", "key"),
    /** Variants of content for audiences or for shares of the traffic. */
    EXPERIENCE("experience", "name");

    private final String noun;
    private final String naturalKey;

    Kind(String noun, String naturalKey) {
        this.noun = noun;
        this.naturalKey = naturalKey;
    }

    /** For sentences. */
    public String noun() {
        return noun;
    }

    /** For sentences. */
    public String withArticle() {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    /** For paths and documents. */
    public String plural() {
        return noun + "s";
    }

    /** The member by which people tell objects of the kind apart. */
    public String naturalKey() {
        return naturalKey;
    }
}
