// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.ReferenceSite;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.definition.Resolution;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Result;

/** Puts uids in the places of references. What does not resolve is refused, never left out. */
public final class ReferencesByIndex {

    private final Project project;
    private final long since;

    /**
     * @param since when the lists must have been asked for
     */
    public ReferencesByIndex(Project project, long since) {
        this.project = project;
        this.since = since;
    }

    /** The definition as it can be sent. */
    public Fallible<JsonNode> resolve(JsonNode definition) {
        List<ReferenceSite> mentions = References.in(definition).stream().filter(mention -> !mention.implicit()).toList();
        for (ReferenceSite mention : mentions) {
            Fallible<DefinitionIndex> index = project.index(mention.reference().resource(), since);
            if (index.isFailure()) {
                return Fallible.failed(index.failure());
            }
        }
        Resolution resolution = References.resolve(definition, this::uid);
        return resolution instanceof Resolution.Resolved resolved
                ? Fallible.of(resolved.definition())
                : Fallible.failed(blocked(((Resolution.Unresolved) resolution).faults()));
    }

    /** The uid of the one definition that bears the name. */
    private Optional<String> uid(Reference reference) {
        return project.index(reference.resource(), since).fold(index -> index.uidOf(reference.key()), failed -> Optional.empty());
    }

    private static Result.Failure blocked(List<FieldError> faults) {
        return Result.Failure.blocked(Problem.rejected("UNRESOLVED",
                String.join("; ", faults.stream().map(FieldError::toString).toList()), faults));
    }
}
