// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.ServiceMembers;

/**
 * Makes a manifest of what a project holds: definitions sorted by natural key, without what the service sets, and with references in the
 * places of uids. {@link ManifestReader} reads whatever it makes.
 */
public final class Export {

    private final EntryCheck check;
    private final ServiceMembers serviceMembers;

    /** Exports of a service that speaks the dialect. */
    public Export(Dialect dialect) {
        check = new EntryCheck(dialect);
        serviceMembers = new ServiceMembers(dialect);
    }

    /**
     * The manifest of a project.
     *
     * @param held all definitions as the service sent them
     * @param priority the uids of experiences, highest first; empty if they have no order
     */
    public ExportedManifest of(Map<Resource, ? extends List<? extends JsonNode>> actual, List<String> priority) {
        Selection selection = new Selection(check, serviceMembers);
        actual.forEach((resource, definitions) -> definitions.forEach(definition -> selection.add(resource, definition)));
        List<Selection.Definition> taken = selection.taken();
        Portable portable = new Portable(taken, selection.leftUids());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (Resource resource : Manifest.RESOURCES) {
            List<ObjectNode> section = taken.stream().filter(definition -> definition.resource() == resource).map(portable::of).toList();
            if (!section.isEmpty()) {
                document.putArray(resource.name()).addAll(section);
            }
        }
        if (!priority.isEmpty()) {
            document.set("priority", portable.order(priority));
        }
        return new ExportedManifest(document, selection.skipped(portable.kept()));
    }
}
