// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.util.List;

import static io.github.camelpersonalize.emulator.service.Check.filledText;
import static io.github.camelpersonalize.emulator.service.Check.listOf;
import static io.github.camelpersonalize.emulator.service.Check.numberBetween;
import static io.github.camelpersonalize.emulator.service.Check.object;
import static io.github.camelpersonalize.emulator.service.Check.oneOf;
import static io.github.camelpersonalize.emulator.service.Check.text;
import static io.github.camelpersonalize.emulator.service.Member.optional;
import static io.github.camelpersonalize.emulator.service.Member.required;

/** The four kinds of objects that a project holds: what they are called, what they are made of and which rules guard them. */
public enum Kind {

    /** What is known of a visitor. */
    ATTRIBUTE("attribute", "key", Shape.of(required("name", filledText()), required("key", filledText()),
            required("data_type", oneOf(List.of("string", "number", "boolean", "date")))), List.of(new UniqueNaturalKey()),
            List.of(new AttributeOutOfUse())),

    /** A segment of visitors. */
    AUDIENCE("audience", "name", Shape.of(required("name", filledText()), optional("description", text()), optional("rules", object())),
            List.of(new UniqueNaturalKey()), List.of(new AudienceOutOfUse())),

    /** Something that visitors do. */
    EVENT("event", "key", Shape.of(required("name", filledText()), required("key", filledText())), List.of(new UniqueNaturalKey()),
            List.of()),

    /** Variants of content for audiences or for shares of the traffic. */
    EXPERIENCE("experience", "name",
            Shape.of(required("name", filledText()), required("type", oneOf(List.of("SEGMENTED", "AB_TEST"))),
                    optional("variants",
                            listOf(Shape.of(optional("uid", text()), optional("name", text()), optional("audience_uid", text()),
                                    optional("traffic_percentage", numberBetween(0, 100)))))),
            List.of(new UniqueNaturalKey(), new AudiencesExist()), List.of(new ExperienceAtRest()));

    private final String noun;
    private final String naturalKey;
    private final Shape shape;
    private final List<WriteRule> writeRules;
    private final List<DeleteRule> deleteRules;

    Kind(String noun, String naturalKey, Shape shape, List<WriteRule> writeRules, List<DeleteRule> deleteRules) {
        this.noun = noun;
        this.naturalKey = naturalKey;
        this.shape = shape;
        this.writeRules = writeRules;
        this.deleteRules = deleteRules;
    }

    /** For sentences. */
    public String noun() {
        return noun;
    }

    /** For paths and documents. */
    public String plural() {
        return noun + "s";
    }

    /** The member by which people tell objects of the kind apart. */
    public String naturalKey() {
        return naturalKey;
    }

    String withArticle() {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    Shape shape() {
        return shape;
    }

    List<WriteRule> writeRules() {
        return writeRules;
    }

    List<DeleteRule> deleteRules() {
        return deleteRules;
    }
}
