// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Comparison;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.KeptStates.Kept;

/**
 * An update of what differs, perhaps not for the first time. Two things make a definition differ from what was sent before: somebody has changed it,
 * which the update corrects, or the service keeps it otherwise, which no update corrects. A response usually shows what the service keeps. Where it
 * does not, the definition is read once after a repeated write: nobody else has changed it in that moment.
 */
final class RepeatedWrite {

    private final Project project;
    private final Resource resource;
    private final JsonNode desired;
    private final Result.Success actual;
    private final Optional<Kept> before;

    RepeatedWrite(Project project, Resource resource, JsonNode desired, Result.Success actual) {
        this.project = project;
        this.resource = resource;
        this.desired = desired;
        this.actual = actual;
        this.before = project.kept(resource, actual.uid()).filter(kept -> kept.isOf(desired));
    }

    /**
     * Sends a definition.
     *
     * @param differences the members that it is to correct
     */
    Result send(JsonNode definition, List<String> differences) {
        return new Put(project).send(resource, actual.uid(), definition, desired)
                .flatMap(done -> before.isPresent() ? repeated(done, KeptStates.hash(differences, actual.body())) : done);
    }

    private Result repeated(Result.Success done, String found) {
        Optional<Kept> kept = project.kept(resource, actual.uid());
        kept.ifPresent(now -> project.shared().keep(resource, actual.uid(), now.withFound(found)));
        return done.note() == null && kept.filter(now -> isUnclear(now, found)).isPresent() ? readBack(done, kept.get()) : done;
    }

    /** The response did not say what the service keeps, or it says the same each time and something else is found. */
    private boolean isUnclear(Kept now, String found) {
        return !now.isAsSent() && (now.isBrief() || found.equals(before.orElseThrow().found()));
    }

    private Result readBack(Result.Success done, Kept kept) {
        return project.awaitListing()
                ? new Lookup(project).find(resource, new Target(actual.knownUid(), null)).fold(found -> seen(done, found, kept),
                        failed -> done)
                : done;
    }

    private Result seen(Result.Success done, Result.Success found, Kept kept) {
        List<String> differences = Difference.between(desired, found.body(), project.shape(resource));
        Set<String> otherwise = new HashSet<>(kept.otherwise());
        otherwise.add(KeptStates.hash(differences, found.body()));
        List<JsonNode> whole = kept.whole().isEmpty() ? List.of() : List.of(found.body());
        project.shared().keep(resource, actual.uid(),
                new Kept(kept.sent(), otherwise, whole, kept.found(), kept.isBrief(), differences.isEmpty()));
        return Comparison.note(differences).map(done::withNote).orElse(done);
    }
}
