// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.service.Kind;

/**
 * A project from a document. The rules of the operations do not bind a seed; only uids must have the form of uids, or no request could name them. What
 * it does not say is filled in: uids, short uids, the members of the audit, one version of each experience. Lists as the service answers them are good
 * for a seed: preset attributes are passed over, audiences of Lytics find their place.
 */
public final class Seed {

    private static final String LYTICS = "lyticsAudiences";

    private final Project project;
    private final Audit audit;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> uids = new LinkedHashSet<>();

    private Seed(Project project, Audit audit) {
        this.project = project;
        this.audit = audit;
    }

    /** Fills an empty project, and says what is wrong with the document: a sentence for each. */
    public static List<String> read(JsonNode document, Project project, Audit audit) {
        Seed seed = new Seed(project, audit);
        if (document.path("project") instanceof ObjectNode about) {
            project.about(project.about().deepCopy().setAll(about.deepCopy().put("uid", project.uid())));
        }
        for (Kind kind : List.of(Kind.ATTRIBUTE, Kind.AUDIENCE, Kind.EVENT)) {
            seed.objects(kind.plural(), document.path(kind.plural())).forEach(object -> seed.definition(kind, object));
        }
        seed.objects(LYTICS, document.path(LYTICS)).forEach(seed::lytics);
        seed.objects(Kind.EXPERIENCE.plural(), document.path(Kind.EXPERIENCE.plural())).forEach(seed::experience);
        if (document.has("priority")) {
            seed.priority(document.get("priority"));
        }
        document.path("visitors").properties().stream().filter(visitor -> visitor.getValue().isObject())
                .forEach(visitor -> project.visitors().set(visitor.getKey(), (ObjectNode) visitor.getValue()));
        return seed.faults;
    }

    private List<ObjectNode> objects(String at, JsonNode array) {
        if (!array.isMissingNode() && !array.isArray()) {
            faults.add(at + " must be an array");
        }
        List<ObjectNode> objects = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof ObjectNode object) {
                objects.add(object.deepCopy());
            } else {
                faults.add(at + "[" + i + "] must be an object");
            }
        }
        return objects;
    }

    private void definition(Kind kind, ObjectNode given) {
        if (given.path("__type").asText().equals("PRESET")) {
            return;
        }
        if (given.path("source").asText().equalsIgnoreCase("LYTICS")) {
            lytics(given);
            return;
        }
        ObjectNode object = identified(kind, given);
        if (kind == Kind.ATTRIBUTE) {
            object.put("__type", "CUSTOM");
        }
        if (kind == Kind.AUDIENCE) {
            object.set("referredAttributes", References.array(References.customAttributes(object.path("definition"))));
        }
        project.shelf(kind).put(audit.made(object));
    }

    private void lytics(ObjectNode audience) {
        if (!ObjectIds.isLyticsId(audience.path("uid").asText())) {
            faults.add("the uid of an audience of Lytics must have 32 hexadecimal digits: '" + audience.path("uid").asText() + "'");
        }
        project.lyticsAudiences().add(audience.put("source", "LYTICS"));
    }

    private void experience(ObjectNode given) {
        ObjectNode own = identified(Kind.EXPERIENCE, given);
        if (!own.has("shortUid")) {
            own.put("shortUid", project.nextShortUid());
        }
        if (!own.path("tags").isArray()) {
            own.putArray("tags");
        }
        Experience experience = new Experience(audit.made(own));
        List<ObjectNode> versions = objects(Kind.EXPERIENCE.plural() + ".versions", given.path("versions"));
        if (versions.isEmpty()) {
            versions.add(Json.object().put("status", given.path("status").asText(Status.DRAFT.name())));
        }
        versions.forEach(version -> version(experience, version));
        project.add(experience);
    }

    private void version(Experience experience, ObjectNode given) {
        Versions versions = experience.versions();
        if (!given.has("status")) {
            given.put("status", Status.DRAFT.name());
        }
        if (!Status.words().contains(given.path("status").asText())) {
            faults.add("the status of a version of the experience '" + experience.name() + "' must be one of "
                    + String.join(", ", Status.words()) + ", not '" + given.path("status").asText() + "'");
        }
        ObjectNode version = Json.object().put("uid", uid(given, "version")).put("experienceUid", experience.uid());
        version.put("versionNumber", given.path("versionNumber").asInt(versions.next()));
        version.setAll(given.put("uid", version.path("uid").asText()).put("experienceUid", experience.uid()));
        if (!version.has("variants")) {
            version.putArray("variants");
        }
        versions.restore(audit.made(versions.filled(version, version.deepCopy())));
    }

    private ObjectNode identified(Kind kind, ObjectNode given) {
        ObjectNode object = Json.object().put("uid", uid(given, kind.noun()));
        object.setAll(given.put("uid", object.path("uid").asText()));
        object.put("project", project.uid());
        if (!object.has("description")) {
            object.put("description", "");
        }
        return object;
    }

    private String uid(ObjectNode given, String noun) {
        String uid = given.path("uid").asText("");
        if (uid.isEmpty()) {
            return audit.uid();
        }
        if (!ObjectIds.isObjectId(uid)) {
            faults.add("the uid of the " + noun + " must have 24 hexadecimal digits: '" + uid + "'");
        }
        if (!uids.add(uid)) {
            faults.add("the uid " + uid + " is repeated");
        }
        return uid;
    }

    private void priority(JsonNode priority) {
        List<String> order = new ArrayList<>();
        priority.forEach(uid -> order.add(uid.asText()));
        if (!order.containsAll(project.priority())) {
            faults.add("priority must name all experiences");
        }
        project.prioritise(order);
    }
}
