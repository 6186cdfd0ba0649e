// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Versioning;
import io.github.camelpersonalize.lifecycle.NextStep.Conflict;
import io.github.camelpersonalize.lifecycle.NextStep.Done;
import io.github.camelpersonalize.lifecycle.NextStep.Write;
import org.jspecify.annotations.Nullable;

/**
 * The next step from some versions to the desired one. What runs is changed by a draft only, and nothing becomes active, or is no longer so, that is not
 * asked to be.
 *
 * <pre>
 * no status  the draft, or what runs, is as desired          -> done
 *            a draft                                         -> change it
 *            none                                            -> a new draft
 * DRAFT      the same; what runs stays as it is
 * ACTIVE     the active version is as desired                -> done
 *            none is active, and the paused one is so        -> activate it
 *            a draft is what runs, with the desired members  -> activate it
 *            otherwise                                       -> make the draft so, or a new one
 * PAUSED     one is active                                   -> pause it, unchanged
 *            the paused one, or the draft, is as desired     -> done
 *            otherwise                                       -> change the draft, or a new one
 * </pre>
 */
final class VersionSteps {

    static final String GOES_LIVE = "goes live";
    private static final String IS_PAUSED = "is paused";
    private static final String STAYS_A_DRAFT = "stays a draft";
    private static final String BESIDE_ACTIVE = "a new draft beside the active version";
    private static final String BESIDE_PAUSED = "a new draft beside the paused version";
    private static final String REPLACES_DRAFT = "replaces its draft, which has other changes";
    /** What is no longer so when the draft goes live. */
    static final List<String> OF_DRAFTS = List.of(STAYS_A_DRAFT, BESIDE_ACTIVE, BESIDE_PAUSED);

    private final DesiredVersion desired;
    private final Versions versions;
    private final Versioning versioning;
    private final Optional<JsonNode> draft;
    private final Optional<JsonNode> running;

    VersionSteps(DesiredVersion desired, Versions versions, Versioning versioning) {
        this.desired = desired;
        this.versions = versions;
        this.versioning = versioning;
        this.draft = versions.draft();
        this.running = versions.running();
    }

    NextStep next() {
        String status = desired.status().orElse(null);
        if (status == null) {
            return inAnyStatus();
        }
        if (status.equals(versioning.draft())) {
            return asDraft();
        }
        if (status.equals(versioning.active())) {
            return asActive();
        }
        return status.equals(versioning.paused())
                ? asPaused()
                : new Conflict("a version cannot be written with the " + versioning.status() + " " + status);
    }

    private NextStep inAnyStatus() {
        if (isRunning()) {
            return doneBesideDraft(running.get());
        }
        return draft.filter(desired::isIn).isPresent() ? done(draft, running.isPresent(), onlyADraft()) : change(STAYS_A_DRAFT);
    }

    private NextStep asDraft() {
        if (draft.filter(desired::isIn).isPresent()) {
            return done(draft, false, null);
        }
        return draft.isEmpty() && isRunning()
                ? done(running, true, "what runs, or has run, cannot become a draft")
                : change(null);
    }

    private NextStep asActive() {
        Optional<JsonNode> active = versions.active();
        if (active.filter(desired::isIn).isPresent()) {
            return doneBesideDraft(active.get());
        }
        if (active.isEmpty() && isRunning()) {
            return write(running.get(), versioning.active(), running.get(), GOES_LIVE);
        }
        JsonNode base = running.or(() -> draft).or(versions::newest).orElseGet(VersionSteps::nothing);
        if (draft.filter(ready -> desired.isWhole(desired.over(base), ready)).isPresent()) {
            return write(draft.get(), versioning.active(), base, GOES_LIVE);
        }
        boolean isOthers = running.isPresent() && draft.filter(other -> !versions.isSame(other, base)).isPresent();
        return put(base, isOthers ? REPLACES_DRAFT : null);
    }

    private NextStep asPaused() {
        if (versions.active().isPresent()) {
            return write(versions.active().get(), versioning.paused(), versions.active().get(), IS_PAUSED);
        }
        if (isRunning()) {
            return doneBesideDraft(running.get());
        }
        if (draft.filter(desired::isIn).isPresent()) {
            return done(draft, true, running.isPresent() ? onlyADraft() : "what never ran cannot be paused; it is a draft");
        }
        return change(null);
    }

    private NextStep doneBesideDraft(JsonNode version) {
        return new Done(version,
                draft.filter(other -> !versions.isSame(other, version)).map(other -> "its draft differs from it").orElse(null));
    }

    private boolean isRunning() {
        return running.filter(desired::isIn).isPresent();
    }

    private String onlyADraft() {
        return "the change is a draft; set " + versioning.status() + ": " + versioning.active() + " to activate it";
    }

    /** Changes the draft where it is, or makes one of what runs. */
    private NextStep change(@Nullable String effect) {
        return put(draft.or(() -> running).or(versions::newest).orElseGet(VersionSteps::nothing), effect);
    }

    private NextStep put(JsonNode base, @Nullable String effect) {
        ObjectNode content = desired.over(base);
        Optional<String> violation = versions.uids().violation(content);
        if (violation.isPresent()) {
            return new Conflict(violation.get());
        }
        versions.uids().restore(content, desired.items());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put(versioning.status(), versioning.draft());
        body.setAll(content);
        return draft.map(there -> new Write(there.path("uid").asText(), body, base, effect))
                .orElseGet(() -> new Write(null, body, base, running.isEmpty() ? effect : beside()));
    }

    private String beside() {
        return versions.active().isPresent() ? BESIDE_ACTIVE : BESIDE_PAUSED;
    }

    /** The version as it is, with another status. */
    private NextStep write(JsonNode version, String status, JsonNode base, String effect) {
        return new Write(version.path("uid").asText(), versions.whole(version, status), base, effect);
    }

    private static NextStep done(Optional<JsonNode> version, boolean isNoted, @Nullable String note) {
        return new Done(version.orElseThrow(), isNoted ? note : null);
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
