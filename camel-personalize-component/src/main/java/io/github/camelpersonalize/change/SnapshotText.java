// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.state.ChecksummedText;

/** Snapshots of one project as text, stored so that one which was cut off is not taken for a smaller project: a part for each list of definitions. */
public final class SnapshotText {

    private static final int FORMAT = 1;

    private final ProjectId project;
    private final Resource resource;

    /**
     * @param resource whose definitions are seen
     */
    public SnapshotText(ProjectId project, Resource resource) {
        this.project = project;
        this.resource = resource;
    }

    /** The snapshot as text. */
    String of(Snapshot snapshot) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("baseUrl", project.service().toString());
        head.put("projectUid", project.uid());
        head.put("resource", resource.name());
        return ChecksummedText.of(FORMAT, head, resource.parts().stream().map(part -> list(snapshot, part)).toList());
    }

    private static ArrayNode list(Snapshot snapshot, Resource part) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        snapshot.definitions(part).forEach(list::add);
        return list;
    }

    /**
     * The snapshot that was written.
     *
     * @throws SnapshotException when the text is not whole, is of another project, or was written by a newer version
     */
    Snapshot read(String text) {
        ChecksummedText stored = checked(text);
        requireOrigin(stored.head());
        if (stored.parts().size() != resource.parts().size()) {
            throw new SnapshotException("it is cut off or damaged");
        }
        Map<Resource, JsonNode> definitions = new EnumMap<>(Resource.class);
        Iterator<JsonNode> list = stored.parts().iterator();
        resource.parts().forEach(part -> definitions.put(part, list.next()));
        return Snapshot.of(definitions);
    }

    private static ChecksummedText checked(String text) {
        try {
            return ChecksummedText.read(text, FORMAT);
        } catch (JsonException e) {
            throw new SnapshotException(e.getMessage());
        }
    }

    private void requireOrigin(JsonNode head) {
        if (!project.service().toString().equals(head.path("baseUrl").textValue())
                || !project.uid().equals(head.path("projectUid").textValue())
                || !resource.name().equals(head.path("resource").textValue())) {
            throw new SnapshotException("it is of the " + origin(head.path("resource").asText(), head.path("projectUid").asText(),
                    head.path("baseUrl").asText()) + ", not of the "
                    + origin(resource.name(), project.uid(), project.service().toString()));
        }
    }

    private static String origin(String resource, String projectUid, String baseUrl) {
        return resource + " in project \"" + projectUid + "\" at " + baseUrl;
    }
}
