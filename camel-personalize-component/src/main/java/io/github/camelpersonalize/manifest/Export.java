// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.ServiceMembers;

/**
 * Exports a project as a manifest: definitions sorted by natural key, without the members that the service sets, and with references instead
 * of uids. {@link ManifestReader} reads every export.
 */
public final class Export {

    private static final String DRAFT = "its draft, which differs from the version that is exported";

    private final Dialect dialect;
    private final EntryCheck check;
    private final ServiceMembers serviceMembers;

    /** An export from a service with this dialect. */
    public Export(Dialect dialect) {
        this(dialect, true);
    }

    /**
     * An export from a service with this dialect.
     *
     * @param validate whether definitions that {@link ManifestReader} would find invalid are left out
     */
    public Export(Dialect dialect, boolean validate) {
        this.dialect = dialect;
        check = new EntryCheck(dialect, validate);
        serviceMembers = new ServiceMembers(dialect);
    }

    /**
     * The manifest of a project.
     *
     * @param actual all definitions as the service sent them
     * @param priority the uids of experiences, highest priority first; empty if they have no order
     */
    public ExportedManifest of(Map<Resource, ? extends List<? extends JsonNode>> actual, List<String> priority) {
        return of(actual, priority, Map.of());
    }

    /**
     * The manifest of a project whose service keeps versions of definitions.
     *
     * @param actual all definitions, each with one of its versions
     * @param priority the uids of experiences, highest priority first; empty if they have no order
     * @param withDrafts those of which a draft is left out
     */
    public ExportedManifest of(Map<Resource, ? extends List<? extends JsonNode>> actual, List<String> priority,
            Map<Resource, ? extends List<? extends JsonNode>> withDrafts) {
        Selection selection = new Selection(dialect, check, serviceMembers);
        actual.forEach((resource, definitions) -> definitions.forEach(definition -> selection.add(resource, definition)));
        List<Selection.Definition> selected = selection.selected();
        Portable portable = new Portable(dialect, selected, selection.foreign(), selection.skippedUids());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (Resource resource : Manifest.RESOURCES) {
            List<ObjectNode> section = selected.stream().filter(definition -> definition.resource() == resource).map(portable::of).toList();
            if (!section.isEmpty()) {
                document.putArray(resource.name()).addAll(section);
            }
        }
        if (!priority.isEmpty()) {
            document.set("priority", portable.priority(priority));
        }
        List<Skipped> skipped = new ArrayList<>(selection.skipped(portable.kept()));
        withDrafts.forEach((resource, definitions) -> definitions.forEach(definition -> skipped
                .add(new Skipped(resource.kind(), NaturalKey.of(resource, definition).orElse(""), DRAFT))));
        return new ExportedManifest(document, skipped);
    }
}
