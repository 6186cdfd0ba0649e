// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;

/** An experience with its versions. Most of what it shows of itself follows from them. */
public final class Experience {

    /** The members of its own that clients set. */
    public static final List<String> OWN = List.of("name", "description", "__type", "tags");

    private static final List<String> ACTIVATION = List.of("activatedAt", "activatedBy", "activatedByUserName");

    private final Versions versions;
    private final Cms cms;
    private ObjectNode own;

    /**
     * An experience without versions.
     *
     * @param own
     *            all that does not follow from versions: {@link #OWN}, uid, short uid, project, the members of the audit; {@code _cms} where there is one
     */
    public Experience(ObjectNode own) {
        this.own = own.deepCopy();
        this.cms = new Cms(own.get("_cms"));
        this.versions = new Versions(own.path("uid").asText());
    }

    /** The uid. */
    public String uid() {
        return own.path("uid").asText();
    }

    /** The name. */
    public String name() {
        return own.path("name").asText();
    }

    /** SEGMENTED or AB_TEST. */
    public String type() {
        return own.path("__type").asText();
    }

    /** By which the delivery of content knows it. */
    public String shortUid() {
        return own.path("shortUid").asText();
    }

    /** Its versions. */
    public Versions versions() {
        return versions;
    }

    /** What the CMS knows of it, none until that is there. */
    public Optional<ObjectNode> cms() {
        return cms.shown();
    }

    /** Puts other members of its own in the place of the old ones. */
    public void change(ObjectNode body, Audit audit) {
        ObjectNode changed = own.deepCopy();
        OWN.forEach(member -> changed.set(member, body.get(member)));
        own = audit.changed(own, changed);
    }

    /** A version was made active: the former one is archived, and the CMS hears of it. */
    public void activated(ObjectNode version, Optional<Integer> cmsReads, Audit audit) {
        audit.activated(own);
        cmsReads.ifPresent(reads -> cms.activated(version, reads, audit));
    }

    /** Somebody looks at it, which brings the CMS one step further. */
    public void read(Audit audit) {
        cms.read(audit);
    }

    /** Whether one of its versions that is not archived fits. */
    public boolean uses(Predicate<JsonNode> condition) {
        return versions.current().stream().anyMatch(condition);
    }

    /** As the service shows it, with its place in the order, 1 for the first. */
    public ObjectNode shown(int priority) {
        ObjectNode shown = Json.object();
        List.of("uid", "shortUid", "name", "description", "__type", "tags", "project")
                .forEach(member -> shown.set(member, own.get(member)));
        shown.put("status", versions.status().name()).put("hasDraft", versions.draft().isPresent()).put("latestVersion",
                versions.latestUid());
        shown.set("referredAudiences", referred(References::audiences));
        shown.set("referredLyticsAudiences", referred(References::lyticsAudiences));
        shown.set("referredEvents", referred(References::events));
        shown.put("priority", priority);
        cms.shown().ifPresent(uids -> shown.set("_cms", uids.deepCopy()));
        copy(ACTIVATION, shown);
        copy(Audit.MEMBERS, shown);
        return shown;
    }

    private void copy(Collection<String> members, ObjectNode to) {
        members.stream().filter(own::has).forEach(member -> to.set(member, own.get(member)));
    }

    private JsonNode referred(Function<JsonNode, Set<String>> references) {
        Set<String> uids = new LinkedHashSet<>();
        versions.current().forEach(version -> uids.addAll(references.apply(version)));
        return References.array(new ArrayList<>(uids));
    }
}
