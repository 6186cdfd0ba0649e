// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import static io.github.camelpersonalize.api.KnownError.code;
import static io.github.camelpersonalize.api.KnownError.configuration;
import static io.github.camelpersonalize.api.KnownError.text;
import static io.github.camelpersonalize.api.KnownError.word;

/** What answers of the service at the regions' host names are recognized by, as far as public material shows it. */
final class LiveAnswers {

    static final String UID_FALLBACK = "_id";

    private static final String NO_OBJECT_ID = "is not a valid ObjectId";

    private LiveAnswers() {}

    static Answers table() {
        return new Answers(errors(), Set.of("__type", "createdAt", UID_FALLBACK),
                Optional.of(Pattern.compile(NO_OBJECT_ID, Pattern.LITERAL)), UID_FALLBACK, ContractAnswers.WRITE_SCOPE,
                "a stack's management token does not work here, only the authtoken of a user or OAuth");
    }

    private static List<KnownError> errors() {
        // @formatter:off
        return List.of(
                code("CANNOT_CREATE_VERSION_AS_DRAFT_ALREADY_EXISTS", "DRAFT_EXISTS",
                        "an experience has one draft at most: change it with updateVersion, or delete it with deleteVersion first").ofDuplicate(),
                code("CANNOT_UPDATE_LOCKED_VERSION", "VERSION_LOCKED",
                        "a version that was activated does not change: put the change into a new draft, and activate that"),
                code("CANNOT_MARK_VERSION_AS_DRAFT", "VERSION_STATUS",
                        "a version that was activated does not become a draft again: create a new draft"),
                code("CANNOT_DELETE_ONLY_DRAFT", "ONLY_VERSION",
                        "an experience keeps its only version: delete the experience if that is meant"),
                code("INSUFFICIENT_VARIANTS_TO_ACTIVATE", "TOO_FEW_VARIANTS",
                        "a segmented experience needs one variant before it can be activated, an A/B test two"),
                code("INVALID_STATUS", "INVALID", "the status that can be sent is DRAFT, ACTIVE or PAUSED"),
                code("STATUS_REQUIRED", "INVALID", "send status and all variants: a version is replaced as a whole"),
                code("VARIANTS_NOT_ARRAY", "INVALID", "send all variants as a list: a version is replaced as a whole"),
                code("EMPTY_ARRAY", "INVALID", "a list needs an item; the message names it where the service does"),
                code("NOT_VALID_ENUM", "INVALID", "a word is none of those that are allowed; the message names it where the service does"),
                code("VARIANTS_REFERRED_LYTICS_AUDIENCE_DOES_NOT_EXIST", "AUDIENCE_GONE",
                        "remove the audience of Lytics that no longer exists from the variants"),
                code("MISSING_EXPERIENCES", "MISSING_EXPERIENCES", "an order of priority contains all experiences of the project"),
                code("SUMMARY_NOT_FOUND", "NO_ANALYTICS", "there is nothing before a version was activated"),
                code("TIME_SERIES_ANALYTICS_NOT_FOUND", "NO_ANALYTICS", "there is nothing before a version was activated"),
                code("RULE_COUNT_EXCEEDED", "TOO_MANY_RULES",
                        "use fewer rules: 50 an audience, unless the organization's plan allows more"),
                code("PROJECTS.DUPLICATE_NAME", "DUPLICATE", "choose another name").ofDuplicate(),
                text(NO_OBJECT_ID, "BAD_UID",
                        "correct this uid; uids of audiences of Lytics do not belong in a list of other audiences"),
                configuration("PROJECT_NOT_FOUND", word("PROJECT_NOT_FOUND"), 404, "NO_PROJECT", "check baseUrl, region and the option projectUid"),
                ContractAnswers.NO_PROJECT_HEADER,
                ContractAnswers.NO_SUCH_CALL);
        // @formatter:on
    }
}
