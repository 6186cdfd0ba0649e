// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.List;

import io.github.camelpersonalize.emulator.service.Kind;

import static io.github.camelpersonalize.emulator.contract.Check.filledText;
import static io.github.camelpersonalize.emulator.contract.Check.listOf;
import static io.github.camelpersonalize.emulator.contract.Check.numberBetween;
import static io.github.camelpersonalize.emulator.contract.Check.object;
import static io.github.camelpersonalize.emulator.contract.Check.oneOf;
import static io.github.camelpersonalize.emulator.contract.Check.text;
import static io.github.camelpersonalize.emulator.contract.Member.optional;
import static io.github.camelpersonalize.emulator.contract.Member.required;

/**
 * What the objects of a kind are made of, and which rules guard them.
 *
 * @param kind
 *            the kind
 * @param shape
 *            the members
 * @param onWrite
 *            what a project insists on before it takes one in
 * @param onDelete
 *            what a project insists on before it lets one go
 */
record Rules(Kind kind, Shape shape, List<WriteRule> onWrite, List<DeleteRule> onDelete) {

    static final Rules ATTRIBUTES = new Rules(Kind.ATTRIBUTE,
            Shape.of(required("name", filledText()), required("key", filledText()),
                    required("data_type", oneOf(List.of("string", "number", "boolean", "date")))),
            List.of(new UniqueNaturalKey()), List.of(new AttributeOutOfUse()));

    static final Rules AUDIENCES = new Rules(Kind.AUDIENCE,
            Shape.of(required("name", filledText()), optional("description", text()), optional("rules", object())),
            List.of(new UniqueNaturalKey()), List.of(new AudienceOutOfUse()));

    static final Rules EVENTS = new Rules(Kind.EVENT, Shape.of(required("name", filledText()), required("key", filledText())),
            List.of(new UniqueNaturalKey()), List.of());

    static final Rules EXPERIENCES = new Rules(Kind.EXPERIENCE,
            Shape.of(required("name", filledText()), required("type", oneOf(List.of("SEGMENTED", "AB_TEST"))),
                    optional("variants",
                            listOf(Shape.of(optional("uid", text()), optional("name", text()), optional("audience_uid", text()),
                                    optional("traffic_percentage", numberBetween(0, 100)))))),
            List.of(new UniqueNaturalKey(), new AudiencesExist()), List.of(new ExperienceAtRest()));
}
