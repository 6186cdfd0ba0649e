// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.service.Kind;
import io.github.camelpersonalize.emulator.service.ProjectState;

/** One project as it is at the moment of each call, for assertions. What it hands out are copies. */
public final class ProjectView {

    private final Emulation emulation;
    private final String uid;

    ProjectView(Emulation emulation, String uid) {
        this.emulation = emulation;
        this.uid = uid;
    }

    /** The attributes in the order of their creation. */
    public List<ObjectNode> attributes() {
        return objects(Kind.ATTRIBUTE);
    }

    /** The audiences in the order of their creation. */
    public List<ObjectNode> audiences() {
        return objects(Kind.AUDIENCE);
    }

    /** The events in the order of their creation. */
    public List<ObjectNode> events() {
        return objects(Kind.EVENT);
    }

    /** The experiences in the order of their creation. */
    public List<ObjectNode> experiences() {
        return objects(Kind.EXPERIENCE);
    }

    /** The attribute with that key; fails when there is none. */
    public ObjectNode attribute(String key) {
        return named(Kind.ATTRIBUTE, key);
    }

    /** The audience with that name; fails when there is none. */
    public ObjectNode audience(String name) {
        return named(Kind.AUDIENCE, name);
    }

    /** The event with that key; fails when there is none. */
    public ObjectNode event(String key) {
        return named(Kind.EVENT, key);
    }

    /** The experience with that name; fails when there is none. */
    public ObjectNode experience(String name) {
        return named(Kind.EXPERIENCE, name);
    }

    /** The uids of the experiences, the most important first. */
    public List<String> priority() {
        return read(project -> List.copyOf(project.priority())).orElseGet(List::of);
    }

    /** The whole project as one document, in the form in which it can be seeded. */
    public JsonNode document() {
        return read(project -> (JsonNode) project.document().deepCopy())
                .orElseThrow(() -> new IllegalStateException("There is no project " + uid));
    }

    /** Whether the project was used or seeded. */
    public boolean exists() {
        return read(project -> true).orElse(false);
    }

    /** The audiences that Lytics lends, none where the personality has none. */
    public List<JsonNode> lyticsAudiences() {
        List<JsonNode> audiences = new ArrayList<>();
        read(ProjectState::document).ifPresent(document -> document.path("lyticsAudiences").forEach(one -> audiences.add(one.deepCopy())));
        return audiences;
    }

    /** The values that a visitor's attributes have by the Edge API, by their keys; none where the personality has no visitors. */
    public JsonNode userAttributes(String visitor) {
        return read(project -> project.document().path("visitors").path(visitor)).orElseGet(MissingNode::getInstance).deepCopy();
    }

    /** The versions of the experience with that name in the order of their creation; none where the personality has no versions. */
    public List<ObjectNode> versions(String experienceName) {
        String experience = experience(experienceName).get("uid").textValue();
        return copies(project -> project.versions(experience));
    }

    /** The newest version of the experience with that name; fails when there is none. */
    public ObjectNode latestVersion(String experienceName) {
        List<ObjectNode> versions = versions(experienceName);
        if (versions.isEmpty()) {
            throw new IllegalStateException("The experience " + experienceName + " of project " + uid + " has no versions");
        }
        return versions.get(versions.size() - 1);
    }

    /**
     * Moves the experience of that name to another status, whatever the rules of the service say: DRAFT, ACTIVE, INACTIVE or ENDED; with
     * {@link Personality#LIVE} its newest version to DRAFT, ACTIVE, PAUSED or ARCHIVED.
     *
     * @throws IllegalArgumentException
     *             when the service knows no such status
     */
    public void setStatus(String experienceName, String status) {
        if (!emulation.with(backstage -> backstage.service().statuses()).contains(status)) {
            throw new IllegalArgumentException("There is no status " + status);
        }
        String experience = experience(experienceName).get("uid").textValue();
        read(project -> project.setStatus(experience, status));
    }

    private ObjectNode named(Kind kind, String key) {
        return objects(kind).stream().filter(object -> object.path(kind.naturalKey()).asText().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Project " + uid + " has no " + kind.noun() + " " + key));
    }

    private List<ObjectNode> objects(Kind kind) {
        return copies(project -> project.objects(kind));
    }

    private List<ObjectNode> copies(Function<ProjectState, Collection<ObjectNode>> question) {
        return read(project -> {
            List<ObjectNode> copies = new ArrayList<>();
            question.apply(project).forEach(object -> copies.add(object.deepCopy()));
            return copies;
        }).orElseGet(ArrayList::new);
    }

    private <T> Optional<T> read(Function<ProjectState, T> question) {
        return emulation.with(backstage -> backstage.service().projects().find(uid).map(question));
    }
}
