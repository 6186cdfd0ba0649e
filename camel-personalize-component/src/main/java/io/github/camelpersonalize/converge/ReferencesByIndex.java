// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.converge.manifest.Mention;
import io.github.camelpersonalize.converge.manifest.Reference;
import io.github.camelpersonalize.converge.manifest.References;
import io.github.camelpersonalize.converge.manifest.Resolution;

/** Puts uids in the places of references. What does not resolve is refused, never left out. */
final class ReferencesByIndex {

    private final Project project;
    private final long since;

    /**
     * @param since when the lists must have been asked for
     */
    ReferencesByIndex(Project project, long since) {
        this.project = project;
        this.since = since;
    }

    /** The definition as it can be sent. */
    Attempt<JsonNode> resolve(JsonNode definition) {
        List<Mention> mentions = References.in(definition).stream().filter(mention -> !mention.implicit()).toList();
        for (Mention mention : mentions) {
            Optional<Result.Failed> failure = project.known(mention.reference().resource(), since).then(index -> Optional.empty(),
                    Optional::of);
            if (failure.isPresent()) {
                return Attempt.failed(failure.get());
            }
        }
        Resolution resolution = References.resolve(definition, this::uid);
        return resolution instanceof Resolution.Resolved resolved
                ? Attempt.of(resolved.definition())
                : Attempt.failed(blocked(((Resolution.Unresolved) resolution).faults()));
    }

    /** The uid of the one definition that bears the name. */
    private Optional<String> uid(Reference reference) {
        return project.known(reference.resource(), since).then(index -> index.uidOf(reference.key()), failed -> Optional.empty());
    }

    private static Result.Failed blocked(List<FieldError> faults) {
        return Result.Failed.blocked(Problem.rejected("UNRESOLVED",
                String.join("; ", faults.stream().map(FieldError::toString).toList()), faults));
    }
}
