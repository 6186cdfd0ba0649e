// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.state.ChecksummedText;
import io.github.camelpersonalize.state.Journal;
import io.github.camelpersonalize.state.StateStore;

/** Snapshots of one project as they are stored, so that one which was cut off is not taken for a smaller project: a part for each list of definitions. */
public final class SnapshotText {

    private static final String RESOURCE = "resource";
    private static final String DEFINITION = "definition";

    private final ProjectId project;
    private final Resource resource;

    /**
     * @param resource whose definitions are seen
     */
    public SnapshotText(ProjectId project, Resource resource) {
        this.project = project;
        this.resource = resource;
    }

    /**
     * What is stored.
     *
     * @throws SnapshotException when it is not whole, or was written by a newer version
     */
    static Journal open(StateStore store) {
        try {
            return Journal.open(store);
        } catch (JsonException e) {
            throw new SnapshotException(e.getMessage());
        }
    }

    /** Stores a whole snapshot. */
    void write(Snapshot snapshot, Journal journal) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("baseUrl", project.service().toString());
        head.put("projectUid", project.uid());
        head.put(RESOURCE, resource.name());
        journal.replace(head, resource.parts().stream().map(part -> list(snapshot, part)).toList());
    }

    private static ArrayNode list(Snapshot snapshot, Resource part) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        snapshot.definitions(part).forEach(list::add);
        return list;
    }

    /** A change as it is stored: without a definition when that was deleted. */
    static JsonNode row(Change change) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put(RESOURCE, change.resource().name()).put("uid", change.uid());
        return change.type() == Change.Type.DELETED ? row : row.set(DEFINITION, change.definition());
    }

    /**
     * The snapshot that was stored, with the changes since, if one was.
     *
     * @throws SnapshotException when it is of another project, or lacks a list
     */
    Optional<Snapshot> read(Journal journal) {
        return journal.base().map(base -> {
            requireOrigin(base.head());
            Snapshot snapshot = snapshot(base);
            journal.changes().forEach(row -> snapshot.put(part(row), row.path("uid").asText(), row.get(DEFINITION)));
            return snapshot;
        });
    }

    private Snapshot snapshot(ChecksummedText base) {
        if (base.parts().size() != resource.parts().size()) {
            throw new SnapshotException("it is cut off or damaged");
        }
        Map<Resource, JsonNode> definitions = new EnumMap<>(Resource.class);
        Iterator<JsonNode> list = base.parts().iterator();
        resource.parts().forEach(part -> definitions.put(part, list.next()));
        return Snapshot.of(definitions);
    }

    private Resource part(JsonNode row) {
        return resource.parts().stream().filter(part -> part.name().equals(row.path(RESOURCE).asText())).findFirst()
                .orElseThrow(() -> new SnapshotException("it is cut off or damaged"));
    }

    private void requireOrigin(JsonNode head) {
        if (!project.service().toString().equals(head.path("baseUrl").textValue())
                || !project.uid().equals(head.path("projectUid").textValue())
                || !resource.name().equals(head.path(RESOURCE).textValue())) {
            throw new SnapshotException("it is of the " + origin(head.path(RESOURCE).asText(), head.path("projectUid").asText(),
                    head.path("baseUrl").asText()) + ", not of the "
                    + origin(resource.name(), project.uid(), project.service().toString()));
        }
    }

    private static String origin(String resource, String projectUid, String baseUrl) {
        return resource + " in project \"" + projectUid + "\" at " + baseUrl;
    }
}
