// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.Locale;

import static io.github.camelpersonalize.cli.livecheck.Mark.L;
import static io.github.camelpersonalize.cli.livecheck.Mark.S;
import static io.github.camelpersonalize.cli.livecheck.Mark.U;

/** The points of {@code dialect=live} that a run tries, in the order of the report. The table is the only list of them. */
enum Point {

    // @formatter:off
    OPENAPI(S,             "GET /openapi describes the service and needs no credential."),
    OPENAPI_CALLS(S,       "The description has the paths and methods of the component's table."),
    OPENAPI_PROJECTS(L,    "The description has the calls of projects."),
    OPENAPI_REQUIRED(S,    "The description requires the members that the component's schemas require."),
    OPENAPI_MORE(U,        "Calls of the description that the component's table does not have."),

    LISTS(S,               "Attributes, audiences, events and experiences are listed as arrays."),
    PRESETS(S,             "The list of attributes has the eight presets, with constants for uids."),
    LYTICS(S,              "Audiences of Lytics are listed only on request."),
    PRIORITY(S,            "GET /experiences-priority has the uids of all experiences in priorityOrder."),
    PLACES(U,              "The members of a place."),
    PLACE_CODE(S,          "The code of a country finds exactly that country."),

    CREATED(L,             "A create is answered with 201."),
    UID(S,                 "A uid is 24 hexadecimal digits in the member uid."),
    AUDIT(S,               "createdAt and updatedAt are UTC times with milliseconds; createdBy and updatedBy are there."),
    BAD_UID(L,             "A malformed uid in a path is refused as no ObjectId."),

    ATTRIBUTE(S,           "An attribute is created from name, key and description, and is CUSTOM."),
    ATTRIBUTE_UPDATE(S,    "An update changes name and key of an attribute."),
    ATTRIBUTE_NAME(S,      "A second attribute of the same name is refused."),
    ATTRIBUTE_IN_USE(L,    "An attribute that an audience refers to is not deleted."),
    LEFT_OUT(U,            "What an update does to a description that is left out."),
    UNKNOWN_ATTRIBUTE(U,   "What is done with data_type in an attribute."),
    UNKNOWN_EVENT(U,       "What is done with name in an event."),
    UNKNOWN_AUDIENCE(U,    "What is done with rules in an audience."),
    EVENT(S,               "An event is created from key and description, and has no name."),
    EVENT_UPDATE(S,        "An update changes the description of an event."),
    EVENT_KEY(S,           "A second event of the same key is refused."),
    EVENT_IN_USE(L,        "An event that is a metric is not deleted."),
    AUDIENCE(S,            "An audience is created from a tree of rules, and has it unchanged."),
    AUDIENCE_UPDATE(S,     "An update changes the definition of an audience."),
    REFERRED(S,            "referredAttributes has the attributes of an audience, without presets."),
    REFERRED_FILTER(S,     "referredAttributes[] narrows the list of audiences to those that refer to the attribute."),
    AUDIENCE_IN_USE(L,     "An audience of a version is not deleted."),

    EXPERIENCE(S,          "An experience is created as DRAFT, with one draft without variants; latestVersion is its uid."),
    EXPERIENCE_UPDATE(S,   "An update changes name and description of an experience."),
    EXPERIENCE_TYPE(S,     "An update with another __type is refused, or changes nothing."),
    TAGS(S,                "Tags are kept in lower case, and once each."),
    ONLY_VERSION(S,        "The only version of an experience is not deleted: CANNOT_DELETE_ONLY_DRAFT."),
    TOO_FEW(S,             "A version without variants is not activated: INSUFFICIENT_VARIANTS_TO_ACTIVATE."),
    FIRST_FILL(S,          "An update fills the first draft, and each variant gets a shortUid."),
    DRAFT_KEEPS(S,         "A draft that is updated keeps the shortUids that are sent."),
    SECOND_DRAFT(S,        "A second draft is refused."),
    ACTIVATE(S,            "An update with the status ACTIVE activates a draft, and sets firstActivatedAt."),
    LOCKED(S,              "A changed active version is refused: CANNOT_UPDATE_LOCKED_VERSION."),
    NO_WAY_BACK(S,         "An active version does not become a draft: CANNOT_MARK_VERSION_AS_DRAFT."),
    ACTIVE_STAYS(S,        "An active version is not deleted."),
    NEXT_DRAFT(S,          "An experience that has an active version gets a new draft."),
    NEXT_KEEPS(S,          "Variants of a new draft keep the shortUids that are sent."),
    NEXT_NUMBER(L,         "A new variant gets a shortUid that none ever had."),
    ORPHAN(L,              "A variant that is sent without its shortUid gets another one."),
    ARCHIVES(S,            "An activation archives the version that was active."),
    VERSION_ORDER(S,       "Versions are listed in the order in which they were created."),
    ARCHIVED(L,            "An archived version is not changed."),
    DRAFT_DELETE(L,        "A draft beside an active version is deleted."),
    PAUSE(L,               "An update with the status PAUSED pauses an active version."),
    RESUME(L,              "An update with the status ACTIVE resumes a paused version."),
    AB_VERSION(S,          "The version of an A/B test has shares of traffic, a split, metrics and a targeting."),
    AUDIENCE_FILTER(S,     "referredAudiences[] narrows the list of experiences."),
    EVENT_FILTER(S,        "referredEvents[] narrows the list of experiences."),
    CMS(L,                 "An activated experience gets the member _cms."),
    NO_ANALYTICS(S,        "There is no summary before an activation: 404, SUMMARY_NOT_FOUND."),
    ANALYTICS(U,           "The members of a summary."),

    NEW_LAST(L,            "New experiences are last in the order of priority."),
    WHOLE_ORDER(S,         "An order without an experience is refused: MISSING_EXPERIENCES."),
    ORDER_CHANGES(S,       "A whole order is accepted, and is the order from then on."),
    ORDER_FORGETS(L,       "A deleted experience leaves the order, and the rest of it is a whole order."),

    EXPORT(S,              "What was made is exported, and a plan of the export changes nothing."),
    DELETED(L,             "A delete is answered with 204."),
    DELETE_ACTIVE(L,       "An experience with an active version is deleted, with its versions."),
    GONE(S,                "What was deleted is no longer listed."),
    OTHERS_KEPT(S,         "Nothing else in the project has changed: no definition and no place in the order.");
    // @formatter:on

    private final Mark mark;
    private final String text;

    Point(Mark mark, String text) {
        this.mark = mark;
        this.text = text;
    }

    /** How sure it was. */
    Mark mark() {
        return mark;
    }

    /** What it says. */
    String text() {
        return text;
    }

    /** Its name in a report. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
