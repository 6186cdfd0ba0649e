// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.service.Kind;
import io.github.camelpersonalize.emulator.service.Project;
import io.github.camelpersonalize.emulator.service.Status;

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

    /** Moves the experience of that name to DRAFT, ACTIVE, INACTIVE or ENDED. */
    public void setStatus(String experienceName, String status) {
        Status wanted = Status.valueOf(status);
        String experience = experience(experienceName).get("uid").textValue();
        read(project -> project.setStatus(experience, wanted));
    }

    private ObjectNode named(Kind kind, String key) {
        return objects(kind).stream().filter(object -> object.path(kind.naturalKey()).asText().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Project " + uid + " has no " + kind.noun() + " " + key));
    }

    private List<ObjectNode> objects(Kind kind) {
        return read(project -> {
            List<ObjectNode> copies = new ArrayList<>();
            project.objects(kind).forEach(object -> copies.add(object.deepCopy()));
            return copies;
        }).orElseGet(ArrayList::new);
    }

    private <T> Optional<T> read(Function<Project, T> question) {
        return emulation.with(backstage -> backstage.projects().find(uid).map(question));
    }
}
