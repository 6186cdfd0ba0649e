// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.ReferenceSite;
import io.github.camelpersonalize.definition.ReferenceSite.Form;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.definition.Resolution;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Result;

/** Replaces references by uids. A reference that does not resolve fails the definition; it is never left out. */
public final class ReferencesByIndex {

    private final Project project;
    private final long since;

    /**
     * @param since how old the lists may be: they were requested at this time or later
     */
    public ReferencesByIndex(Project project, long since) {
        this.project = project;
        this.since = since;
    }

    /** The definition as it can be sent. */
    public Fallible<JsonNode> resolve(JsonNode definition) {
        List<ReferenceSite> sites = References.in(project.dialect(), definition);
        for (ReferenceSite site : sites) {
            Fallible<DefinitionIndex> index = project.index(site.reference().resource(), since);
            if (index.isFailure()) {
                return Fallible.failed(index.failure());
            }
        }
        Resolution resolution = References.resolve(sites, definition, this::uid);
        if (sites.isEmpty() && resolution instanceof Resolution.Resolved resolved) {
            return Fallible.of(resolved.definition());
        }
        List<FieldError> errors = new ArrayList<>();
        if (resolution instanceof Resolution.Unresolved unresolved) {
            List<FieldError> malformed = References.validate(definition);
            if (!malformed.isEmpty()) {
                // What is no reference will not become one: the record must not wait for it.
                return Fallible.failed(Bodies.rejected(malformed));
            }
            errors.addAll(unresolved.faults());
        }
        sites.stream().filter(site -> site.implicit() && !exists(site)).map(ReferenceSite::missing).forEach(errors::add);
        return errors.isEmpty() ? Fallible.of(((Resolution.Resolved) resolution).definition()) : unresolved(definition, errors);
    }

    /** What is missing in an older list may exist by now. */
    private Fallible<JsonNode> unresolved(JsonNode definition, List<FieldError> errors) {
        return since < project.startedAt()
                ? new ReferencesByIndex(project, project.startedAt()).resolve(definition)
                : Fallible.failed(blocked(errors));
    }

    /** Whether rules may refer to it: the service resolves them itself. */
    private boolean exists(ReferenceSite site) {
        return project.index(site.reference().resource(), since).fold(index -> exists(site, index), failed -> false);
    }

    private static boolean exists(ReferenceSite site, DefinitionIndex index) {
        String name = site.reference().key();
        return index.withUid(name).isPresent() || site.form() == Form.KEY && !index.withKey(name).isEmpty();
    }

    /** The uid of the one definition that has the key. */
    private Optional<String> uid(Reference reference) {
        return project.index(reference.resource(), since).fold(index -> index.uidOf(reference.key()), failed -> Optional.empty());
    }

    private static Result.Failure blocked(List<FieldError> errors) {
        return Result.Failure.blocked(Problem.blocked("UNRESOLVED",
                String.join("; ", errors.stream().map(FieldError::toString).toList()), errors));
    }
}
