// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import io.github.camelpersonalize.emulator.live.body.Bodies;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.body.RuleTree;
import io.github.camelpersonalize.emulator.live.body.Shape;
import io.github.camelpersonalize.emulator.live.body.VersionRules;
import io.github.camelpersonalize.emulator.live.state.Decision;
import io.github.camelpersonalize.emulator.live.state.Experience;
import io.github.camelpersonalize.emulator.live.state.Versions;

/**
 * Where the live personality answers in a way that no public material shows. Everything that is not listed here is attested. A run against the real
 * service should replace each of these by a fact; the class is the place to change.
 */
public enum Assumption {

    // @formatter:off
    NO_ROUTE(Mark.INFERRED, Errors.class, "A method or path that is not known: 404 with `statusCode`, `message`, `error`. The text is attested, the members are those of the service's framework."),
    NOT_LOGGED_IN(Mark.INFERRED, Errors.class, "401 has `error_message` and `error_code` 105. The text is attested."),
    ERROR_SHAPE(Mark.INFERRED, Errors.class, "An error with a code is `{\"error\", \"message\"}`, as the Edge API has it."),
    VALIDATION_SHAPE(Mark.INFERRED, Problems.class, "What is wrong with a body is `{\"errors\": {\"<member>\": [{\"code\", \"message\"}]}}`."),
    CODE_PREFIX(Mark.INFERRED, Code.class, "`MISSING_EXPERIENCES`, `SUMMARY_NOT_FOUND`, `TIME_SERIES_ANALYTICS_NOT_FOUND` have the prefix `personalize.`, the codes of versions `personalize.EXPERIENCES.VERSIONS.`."),
    PRIORITY_IS_A_UID(Mark.INFERRED, LiveService.class, "`GET /experiences/priority`: 400, priority is not a valid ObjectId."),
    FORBIDDEN(Mark.INFERRED, LiveService.class, "A token with the right to read that writes: 403 with a code."),
    PRIORITY_ANSWER(Mark.INFERRED, Priority.class, "`PUT /experiences-priority` answers like the `GET`."),
    OTHER_ORGANIZATION(Mark.INFERRED, LiveService.class, "An `organization_uid` of another organization: 403."),

    OWN_CODES(Mark.INVENTED, Code.class, "Codes that begin with `emulator.`: the service's own are not known."),
    PLACES(Mark.INVENTED, Geolocation.class, "The answer of `/geolocation` is a bare array of `{\"code\", \"name\"}`."),
    ANALYTICS(Mark.INVENTED, Analytics.class, "The members of both answers of the analytics. Impressions and conversions come from `/edge/events`; the series is empty."),
    VARIANT_GROUP(Mark.INVENTED, CmsIntegration.class, "The answer of `cms-integration/variant-group`: `{\"variantGroup\"}`, 404 until there is one."),
    PROJECT_COUNTS(Mark.INVENTED, OrganizationProjects.class, "`audienceCount` and `activeExperienceCount` of a project."),
    EDGE_PATH(Mark.INVENTED, Operations.class, "The Edge API is below `/edge`, as both APIs have `POST /events`; the service has a host of its own for it."),

    LEFT_OUT(Mark.CHOSEN, Definitions.class, "A `PUT` replaces: a `description` that is left out becomes `\"\"`, `tags` become `[]`. Objects always have both."),
    NULL(Mark.CHOSEN, Shape.class, "A member that is `null` counts as left out."),
    UNKNOWN_MEMBERS(Mark.CHOSEN, Bodies.class, "Members that are not known are ignored and not stored, unless `strictMembers` is on."),
    DUPLICATES(Mark.CHOSEN, DefinitionRules.class, "Only names of attributes, keys of events and names of projects are unique; the answer is 400."),
    FILTERS(Mark.CHOSEN, AudienceRules.class, "A filter with several uids lets through what refers to any of them; with `referredAttributes[]` no audience of Lytics comes."),
    USES(Mark.CHOSEN, Experience.class, "`referred…`, filters and the refusal of deletes look at all versions that are not archived."),
    STATUS_OF_EXPERIENCE(Mark.CHOSEN, Versions.class, "An experience has the status of its active or paused version, else of the newest; `latestVersion` is the newest, a draft too."),
    UPDATED_AT(Mark.CHOSEN, Experience.class, "Changes of versions do not change `updatedAt` of the experience."),
    NUMBERS(Mark.CHOSEN, Versions.class, "Numbers of versions are never used again. Short uids of experiences begin with 0."),
    NEW_VERSION(Mark.CHOSEN, ExperienceVersions.class, "`POST …/versions` with another status than `DRAFT`: 400 `INVALID_STATUS`."),
    DRAFT_TO_PAUSED(Mark.CHOSEN, Transitions.class, "A draft that is to be paused: 400 `INVALID_STATUS`."),
    ARCHIVED(Mark.CHOSEN, Transitions.class, "An archived version: 400 `CANNOT_UPDATE_LOCKED_VERSION`. A changed paused one, too."),
    UNCHANGED(Mark.CHOSEN, Transitions.class, "An active or paused version, written unchanged with the same status: 200."),
    PAUSED_GIVES_WAY(Mark.CHOSEN, Versions.class, "An activation archives the paused version, as it does the active one."),
    DELETE_OF_VERSION(Mark.CHOSEN, ExperienceVersions.class, "A version that is no draft is not deleted: 400 with a code of the emulator."),
    SHORT_UID(Mark.CHOSEN, VersionRules.class, "A `shortUid` that the experience never had: 400."),
    EMPTY_VARIANT(Mark.CHOSEN, VersionRules.class, "A segmented variant without audiences and target: 400 `EMPTY_ARRAY`, in drafts too. No variants at all are fine in a draft."),
    UNKNOWN_REFERENCES(Mark.CHOSEN, VersionRules.class, "A uid in a body that names nothing: 400 on the member."),
    TRAFFIC(Mark.CHOSEN, VersionRules.class, "Shares of the traffic need not add up to 100. An A/B test needs no metric to be activated."),
    CONDITIONS(Mark.CHOSEN, RuleTree.class, "A condition may stand with any attribute. `JSON_MATCH` and the conditions of time take any options, those without options ignore them. A combination may be empty."),
    STALE_PRIORITY(Mark.CHOSEN, Priority.class, "With `stalePriority`, only an order that names the deleted experience too is accepted."),
    CMS_READS(Mark.CHOSEN, Experience.class, "`_cms` appears after `cmsPolls` reads, lists included; variants that were there keep their uids. A project without a stack never gets it."),
    PLACE_NAMES(Mark.CHOSEN, Geolocation.class, "`name` is a part of the name, in capital or small letters. No more than twelve countries have regions."),
    TIMES(Mark.CHOSEN, Analytics.class, "`from` and `to` must be times, else 400; they, and `metric`, do not change the answer."),
    PROJECT_UID(Mark.CHOSEN, LiveService.class, "Any text is good for the uid of a project, and a project comes into being by being used unless the emulator was told otherwise."),
    PROJECT_QUOTA(Mark.CHOSEN, OrganizationProjects.class, "An organization may have any number of projects; each stack is connected to one of them at most."),
    TWO_CREDENTIALS(Mark.CHOSEN, LiveService.class, "`authtoken` and `authorization` together: 401."),
    RATE(Mark.CHOSEN, LiveService.class, "Reads and writes share one limit; the Edge API and `/openapi` have none."),
    EDGE_RULES(Mark.CHOSEN, Decision.class, "The manifest evaluates custom attributes only; other rules hold for nobody. Shares of the traffic follow from the uid of the visitor. Values of unknown keys are stored."),
    EDGE_EVENTS(Mark.CHOSEN, Edge.class, "`POST /edge/events` answers 202 without a body.");
    // @formatter:on

    private final Mark mark;
    private final Class<?> where;
    private final String text;

    Assumption(Mark mark, Class<?> where, String text) {
        this.mark = mark;
        this.where = where;
        this.text = text;
    }

    /** How far it is from a fact. */
    public enum Mark {
        /** Follows from something that is known. */
        INFERRED,
        /** Made up, as there had to be something. */
        INVENTED,
        /** One of several ways that would be in keeping with what is known. */
        CHOSEN
    }

    /** How far it is from a fact. */
    public Mark mark() {
        return mark;
    }

    /** The class that holds it. */
    public Class<?> where() {
        return where;
    }

    /** What is assumed, in Markdown. */
    public String text() {
        return text;
    }
}
