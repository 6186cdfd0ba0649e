// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.service.Kind;
import io.github.camelpersonalize.emulator.service.ProjectState;
import io.github.camelpersonalize.emulator.service.Shelf;

/** All that one project holds. */
public final class Project implements ProjectState {

    private final Audit audit;
    private final Map<Kind, Shelf> shelves = new EnumMap<>(Kind.class);
    private final Map<String, Experience> experiences = new LinkedHashMap<>();
    private final List<ObjectNode> lyticsAudiences = new ArrayList<>();
    private final List<String> priority = new ArrayList<>();
    private final Visitors visitors = new Visitors();
    private ObjectNode about;
    private int nextShortUid;

    /**
     * A project in which nothing is.
     *
     * @param about
     *            what is said of the project itself
     * @param audit
     *            writes into objects who changed them
     */
    public Project(ObjectNode about, Audit audit) {
        this.about = about;
        this.audit = audit;
        List.of(Kind.ATTRIBUTE, Kind.AUDIENCE, Kind.EVENT).forEach(kind -> shelves.put(kind, new Shelf(kind)));
    }

    /** What is said of the project itself. */
    public ObjectNode about() {
        return about;
    }

    /** Says something else of the project itself. */
    public void about(ObjectNode changed) {
        this.about = changed;
    }

    /** The uid. */
    public String uid() {
        return about.path("uid").asText();
    }

    /** Whether there is a stack, so that experiences reach the CMS. */
    public boolean isConnected() {
        return !about.path("connectedStackApiKey").asText().isEmpty();
    }

    /** The attributes, audiences or events. */
    public Shelf shelf(Kind kind) {
        return shelves.get(kind);
    }

    /** The audiences that Lytics lends. */
    public List<ObjectNode> lyticsAudiences() {
        return lyticsAudiences;
    }

    /** The experiences in the order of their creation. */
    public Collection<Experience> experiences() {
        return experiences.values();
    }

    /** The experience with that uid. */
    public Optional<Experience> experience(String uid) {
        return Optional.ofNullable(experiences.get(uid));
    }

    /** The visitors. */
    public Visitors visitors() {
        return visitors;
    }

    /** The short uid of the next experience, which no other has had. */
    public String nextShortUid() {
        return String.valueOf(nextShortUid++);
    }

    /** Takes an experience in, as the last in the order. */
    public void add(Experience experience) {
        experiences.put(experience.uid(), experience);
        priority.add(experience.uid());
        if (experience.shortUid().matches("\\d{1,9}")) {
            nextShortUid = Math.max(nextShortUid, Integer.parseInt(experience.shortUid()) + 1);
        }
    }

    /** Lets an experience go. */
    public void remove(Experience experience, boolean keepsPlace) {
        experiences.remove(experience.uid());
        if (!keepsPlace) {
            priority.remove(experience.uid());
        }
    }

    /** Orders the experiences anew. */
    public void prioritise(List<String> uids) {
        priority.clear();
        priority.addAll(uids);
    }

    /** The experience as the service shows it. */
    public ObjectNode shown(Experience experience) {
        return experience.shown(priority.indexOf(experience.uid()) + 1);
    }

    /** How many objects of a kind there are. */
    public int count(Kind kind) {
        return kind == Kind.EXPERIENCE ? experiences.size() : shelf(kind).all().size();
    }

    @Override
    public Collection<ObjectNode> objects(Kind kind) {
        return kind == Kind.EXPERIENCE ? experiences().stream().map(this::shown).toList() : shelf(kind).all();
    }

    @Override
    public Collection<ObjectNode> versions(String experience) {
        return experience(experience).map(found -> found.versions().all()).orElse(List.of());
    }

    @Override
    public List<String> priority() {
        return priority;
    }

    @Override
    public boolean setStatus(String uid, String status) {
        Optional<Experience> experience = experience(uid);
        experience.ifPresent(found -> setStatus(found, Status.valueOf(status)));
        return experience.isPresent();
    }

    @Override
    public ObjectNode document() {
        ObjectNode document = Json.object();
        document.set("project", about);
        shelves.forEach((kind, shelf) -> document.putArray(kind.plural()).addAll(shelf.all()));
        document.putArray("lyticsAudiences").addAll(lyticsAudiences);
        ArrayNode shown = document.putArray(Kind.EXPERIENCE.plural());
        for (Experience experience : experiences()) {
            ObjectNode one = shown(experience);
            one.putArray("versions").addAll(experience.versions().all());
            shown.add(one);
        }
        document.set("priority", References.array(priority));
        document.set("visitors", visitors.document());
        return document;
    }

    private void setStatus(Experience experience, Status status) {
        Optional<ObjectNode> latest = experience.versions().latest();
        latest.ifPresent(version -> {
            ObjectNode changed = experience.versions().replace(version, status, version, audit);
            if (status == Status.ACTIVE) {
                experience.activated(changed, isConnected() ? Optional.of(0) : Optional.empty(), audit);
            }
        });
    }
}
