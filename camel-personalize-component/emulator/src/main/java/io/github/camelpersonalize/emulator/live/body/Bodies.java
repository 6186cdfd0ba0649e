// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.emulator.live.state.Audit;

import static io.github.camelpersonalize.emulator.live.body.Check.any;
import static io.github.camelpersonalize.emulator.live.body.Check.filledText;
import static io.github.camelpersonalize.emulator.live.body.Check.listOf;
import static io.github.camelpersonalize.emulator.live.body.Check.lyticsId;
import static io.github.camelpersonalize.emulator.live.body.Check.object;
import static io.github.camelpersonalize.emulator.live.body.Check.objectId;
import static io.github.camelpersonalize.emulator.live.body.Check.oneOf;
import static io.github.camelpersonalize.emulator.live.body.Check.percent;
import static io.github.camelpersonalize.emulator.live.body.Check.text;
import static io.github.camelpersonalize.emulator.live.body.Member.optional;
import static io.github.camelpersonalize.emulator.live.body.Member.required;

/** The members of the bodies that the operations take in. */
public final class Bodies {

    private static final int LONGEST_ATTRIBUTE_NAME = 200;
    private static final int ANY_LENGTH = Integer.MAX_VALUE;
    private static final Member DESCRIPTION = optional("description", text());
    private static final Check COMBINATION = oneOf(Code.NOT_VALID_ENUM, List.of("AND", "OR"));

    /** An attribute. */
    public static final Shape ATTRIBUTE = Shape.of(required("name", filledText(LONGEST_ATTRIBUTE_NAME)),
            required("key", filledText(ANY_LENGTH)), DESCRIPTION);

    /** An audience. {@link RuleTree} looks at the definition. */
    public static final Shape AUDIENCE = Shape.of(required("name", filledText(ANY_LENGTH)), required("definition", object()), DESCRIPTION);

    /** An event. */
    public static final Shape EVENT = Shape.of(required("key", filledText(ANY_LENGTH)), DESCRIPTION);

    /** An experience. */
    public static final Shape EXPERIENCE = Shape.of(required("name", filledText(ANY_LENGTH)),
            required("__type", oneOf(Code.INVALID, List.of("SEGMENTED", "AB_TEST"))), DESCRIPTION, optional("tags", new Tags()));

    /** A variant of a segmented experience. */
    public static final Shape SEGMENTED_VARIANT = Shape.of(required("__type", oneOf(Code.NOT_VALID_ENUM, List.of("SegmentedVariant"))),
            required("name", filledText(ANY_LENGTH)), required("audiences", listOf(objectId())),
            required("audienceCombinationType", COMBINATION), optional("lyticsAudiences", listOf(lyticsId())),
            optional("target", object()), optional("shortUid", text()));

    /** A variant of an A/B test. */
    public static final Shape AB_TEST_VARIANT = Shape.of(required("__type", oneOf(Code.NOT_VALID_ENUM, List.of("ABTestVariant"))),
            required("name", filledText(ANY_LENGTH)), required("trafficDistribution", percent()), optional("shortUid", text()));

    private static final Shape METRIC = Shape.of(required("__type", oneOf(Code.NOT_VALID_ENUM, List.of("Primary", "Secondary"))),
            required("event", objectId()), optional("name", text()));

    private static final Shape TARGETING = Shape.of(
            optional("audience",
                    Shape.of(required("audiences", listOf(objectId())), required("audienceCombinationType", COMBINATION))),
            optional("target", object()));

    /** A version. {@link VersionRules} looks at the variants. What a version says of itself is welcome, and means nothing. */
    public static final Shape VERSION = Shape.of(
            required("status", Code.STATUS_REQUIRED, oneOf(Code.INVALID_STATUS, List.of("DRAFT", "ACTIVE", "PAUSED"))),
            required("variants", Code.VARIANTS_NOT_ARRAY, listOf(Code.VARIANTS_NOT_ARRAY, object())),
            optional("variantSplit", oneOf(Code.NOT_VALID_ENUM, List.of("EQUALLY_SPLIT", "CUSTOM_PERCENTAGE"))),
            optional("metrics", listOf(METRIC)), optional("targeting", TARGETING)).and(ofItself());

    /** The order of the experiences. */
    public static final Shape PRIORITY = Shape.of(required("priorityOrder", listOf(objectId())));

    /** A project. */
    public static final Shape PROJECT = Shape.of(required("name", filledText(ANY_LENGTH)), DESCRIPTION,
            optional("connectedStackApiKey", text()));

    /** The values of a visitor's attributes, by their keys. */
    public static final Check USER_ATTRIBUTES = new ScalarMap();

    /** Two visitors that turn out to be one. */
    public static final Shape MERGE = Shape.of(required("sourceUserUid", filledText(ANY_LENGTH)),
            required("targetUserUid", filledText(ANY_LENGTH)));

    private static final Shape VISITOR_EVENT = Shape.of(required("type", oneOf(Code.INVALID, List.of("IMPRESSION", "EVENT"))),
            optional("experienceShortUid", text()), optional("variantShortUid", text()), optional("eventKey", text()));

    /** What a visitor saw and did. */
    public static final Check VISITOR_EVENTS = listOf(VISITOR_EVENT);

    private Bodies() {}

    private static Member[] ofItself() {
        Stream<String> names = Stream.of("uid", "experienceUid", "versionNumber", "firstActivatedAt", "project");
        return Stream.concat(names, Audit.MEMBERS.stream()).map(name -> optional(name, any())).toArray(Member[]::new);
    }
}
