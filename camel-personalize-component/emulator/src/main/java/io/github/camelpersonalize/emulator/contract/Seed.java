// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.service.Kind;

/**
 * A project from a document. The rules of the operations do not bind a seed: it may hold what real projects hold after years, two audiences of one name
 * for instance. What it does not say (uid, status, time of creation) is filled in.
 */
public final class Seed {

    private final Stamp stamp;
    private final Project project = new Project();
    private final List<String> faults = new ArrayList<>();

    private Seed(Stamp stamp) {
        this.stamp = stamp;
    }

    /**
     * What came of a document.
     *
     * @param project
     *            the project; to be used only when there are no faults
     * @param faults
     *            a sentence for each thing that is wrong with the document
     */
    public record Outcome(Project project, List<String> faults) {}

    /** Reads the members named like the kinds, and {@code priority}; each may be left out. */
    public static Outcome read(JsonNode document, Stamp stamp) {
        Seed seed = new Seed(stamp);
        for (Kind kind : Kind.values()) {
            seed.read(kind, document.path(kind.plural()));
        }
        if (document.has("priority")) {
            seed.readPriority(document.get("priority"));
        }
        return new Outcome(seed.project, seed.faults);
    }

    private void read(Kind kind, JsonNode objects) {
        if (!objects.isMissingNode() && !objects.isArray()) {
            faults.add(kind.plural() + " must be an array");
        }
        for (int i = 0; i < objects.size(); i++) {
            String at = kind.plural() + "[" + i + "]";
            if (!(objects.get(i) instanceof ObjectNode object)) {
                faults.add(at + " must be an object");
            } else if (project.shelf(kind).find(object.path("uid").asText()).isPresent()) {
                faults.add(at + ".uid is repeated: " + object.path("uid").asText());
            } else {
                project.add(kind, completed(kind, object));
            }
        }
    }

    private ObjectNode completed(Kind kind, ObjectNode given) {
        ObjectNode object = Json.object().put("uid", given.path("uid").asText(""));
        object.setAll(given.deepCopy());
        if (object.path("uid").asText().isEmpty()) {
            object.put("uid", stamp.uid());
        }
        if (kind == Kind.EXPERIENCE) {
            object.put("status", Status.of(given).name());
            stamp.nameVariants(object.path("variants"));
        }
        if (!object.has("created_at")) {
            object.put("created_at", stamp.now());
        }
        return object;
    }

    private void readPriority(JsonNode priority) {
        List<String> uids = new ArrayList<>();
        priority.forEach(uid -> uids.add(uid.asText()));
        List<String> faultsOfOrder = Priority.faultsOfOrder(uids, project.shelf(Kind.EXPERIENCE).uids());
        faultsOfOrder.forEach(fault -> faults.add("priority has " + fault));
        if (faultsOfOrder.isEmpty()) {
            project.prioritise(uids);
        }
    }
}
