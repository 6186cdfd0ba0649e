// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

/**
 * The codes of errors. Those that begin with {@code personalize.} are the service's own; those with {@code emulator.} are the emulator's, for cases in
 * which the service's code is not known. No client should rely on the latter.
 */
public enum Code {

    /** An experience has a draft already. */
    SECOND_DRAFT("personalize.EXPERIENCES.VERSIONS.CANNOT_CREATE_VERSION_AS_DRAFT_ALREADY_EXISTS"),
    /** The content of a version that is not a draft would change. */
    LOCKED("personalize.EXPERIENCES.VERSIONS.CANNOT_UPDATE_LOCKED_VERSION"),
    /** A version that is live cannot be written any more. */
    BACK_TO_DRAFT("personalize.EXPERIENCES.VERSIONS.CANNOT_MARK_VERSION_AS_DRAFT"),
    /** The only version stays. */
    ONLY_DRAFT("personalize.EXPERIENCES.VERSIONS.CANNOT_DELETE_ONLY_DRAFT"),
    /** Too few variants to show. */
    TOO_FEW_VARIANTS("personalize.EXPERIENCES.VERSIONS.INSUFFICIENT_VARIANTS_TO_ACTIVATE"),
    /** A variant is for an audience that Lytics does not lend any more. */
    LYTICS_GONE("personalize.EXPERIENCES.VERSIONS.VARIANTS_REFERRED_LYTICS_AUDIENCE_DOES_NOT_EXIST"),
    /** No status that a client may set. */
    INVALID_STATUS("personalize.EXPERIENCES.VERSIONS.INVALID_STATUS"),
    /** No status. */
    STATUS_REQUIRED("personalize.EXPERIENCES.VERSIONS.STATUS_REQUIRED"),
    /** No list of variants. */
    VARIANTS_NOT_ARRAY("personalize.EXPERIENCES.VERSIONS.VARIANTS_NOT_ARRAY"),
    /** A variant for nobody. */
    EMPTY_ARRAY("personalize.EXPERIENCES.VERSIONS.EMPTY_ARRAY"),
    /** A word that is not one of those there are. */
    NOT_VALID_ENUM("personalize.EXPERIENCES.VERSIONS.NOT_VALID_ENUM"),
    /** The order leaves experiences out. */
    MISSING_EXPERIENCES("personalize.MISSING_EXPERIENCES"),
    /** Nothing to sum up: the version was never active. */
    NO_SUMMARY("personalize.SUMMARY_NOT_FOUND"),
    /** No series: the version was never active. */
    NO_TIME_SERIES("personalize.TIME_SERIES_ANALYTICS_NOT_FOUND"),
    /** Too many rules. */
    TOO_MANY_RULES("personalize.AUDIENCES.RULE_COUNT_EXCEEDED"),
    /** Another project of the organization has the name. */
    PROJECT_NAME_TAKEN("personalize.PROJECTS.DUPLICATE_NAME"),
    /** No such project, says the Edge API. */
    NO_MANIFEST("personalize.MANIFEST.PROJECT_NOT_FOUND"),

    /** A header is missing. */
    HEADER_REQUIRED("emulator.HEADER_REQUIRED"),
    /** The token is good for reading only. */
    FORBIDDEN("emulator.FORBIDDEN"),
    /** No such object. */
    NOT_FOUND("emulator.NOT_FOUND"),
    /** A member or a parameter is missing. */
    REQUIRED("emulator.REQUIRED"),
    /** A value is not what it should be. */
    INVALID("emulator.INVALID"),
    /** A text that should be a uid is none. */
    NOT_AN_OBJECT_ID("emulator.NOT_AN_OBJECT_ID"),
    /** A uid names nothing. */
    UNKNOWN_REFERENCE("emulator.UNKNOWN_REFERENCE"),
    /** A member that is not known, where that matters. */
    UNKNOWN_MEMBER("emulator.UNKNOWN_MEMBER"),
    /** Another object has the value that must be unique. */
    DUPLICATE("emulator.DUPLICATE"),
    /** Others refer to the object. */
    IN_USE("emulator.IN_USE"),
    /** There are as many as there may be. */
    QUOTA_EXCEEDED("emulator.QUOTA_EXCEEDED"),
    /** The type of an experience is for good. */
    TYPE_IS_FIXED("emulator.TYPE_IS_FIXED"),
    /** Only drafts can be deleted. */
    NOT_A_DRAFT("emulator.NOT_A_DRAFT"),
    /** Too many requests. */
    TOO_MANY_REQUESTS("emulator.TOO_MANY_REQUESTS"),
    /** What a script asked for. */
    SCRIPTED("emulator.SCRIPTED");

    private final String text;

    Code(String text) {
        this.text = text;
    }

    /** As it stands in an answer. */
    public String text() {
        return text;
    }
}
