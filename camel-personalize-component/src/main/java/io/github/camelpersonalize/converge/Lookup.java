// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.NaturalKey;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;

/** Finds one definition in the list of its kind. Costs one request. */
final class Lookup {

    private final Project project;

    Lookup(Project project) {
        this.project = project;
    }

    /** The definition that the target names: by its uid if it has one, else by its natural key. */
    Result find(Resource resource, Target target) {
        Result listing = project.list(project.call(resource, Operation.list));
        if (!(listing instanceof Result.Done done)) {
            return listing;
        }
        return target.uid() != null ? byUid(resource, target.uid(), done) : byKey(resource, target.key(), done);
    }

    private Result byUid(Resource resource, Uid uid, Result.Done listing) {
        return items(listing).stream().filter(item -> uid.value().equals(item.path("uid").textValue())).findFirst()
                .map(item -> found(resource, listing, item))
                .orElseGet(() -> failed(Outcome.REJECTED, Result.Failed.NOT_FOUND,
                        "has no definition with uid " + uid + " in " + project.name()));
    }

    private Result byKey(Resource resource, String key, Result.Done listing) {
        List<JsonNode> matches = items(listing).stream().filter(item -> key.equals(item.path(resource.naturalKey()).textValue())).toList();
        return switch (matches.size()) {
            case 1 -> found(resource, listing, matches.get(0));
            case 0 -> missing(resource, key, listing);
            default -> failed(Outcome.AMBIGUOUS, "AMBIGUOUS", matches.size() + " definitions of " + project.name()
                    + " bear this " + resource.naturalKey() + " (uids " + uids(matches) + "); address one of them by its uid");
        };
    }

    private Result missing(Resource resource, String key, Result.Done listing) {
        String missing = "does not exist in " + project.name();
        return similar(resource, key, listing)
                .map(other -> failed(Outcome.REJECTED, "LOOKALIKE",
                        missing + ", but \"" + other + "\" does, which differs only in case, white space or Unicode form"))
                .orElseGet(() -> failed(Outcome.REJECTED, Result.Failed.NOT_FOUND, missing));
    }

    /** A key of the list that people cannot tell from this one, and that is another. */
    static Optional<String> similar(Resource resource, String key, Result.Done listing) {
        return items(listing).stream().map(item -> NaturalKey.of(resource, item)).flatMap(Optional::stream)
                .filter(other -> !other.equals(key) && NaturalKey.folded(other).equals(NaturalKey.folded(key))).findFirst();
    }

    private static Result found(Resource resource, Result.Done listing, JsonNode item) {
        return new Result.Done(null, listing.status(), item, item.path("uid").textValue(), NaturalKey.of(resource, item).orElse(null));
    }

    private static Result failed(Outcome outcome, String code, String message) {
        return new Result.Failed(outcome, Problem.rejected(code, message));
    }

    private static List<JsonNode> items(Result.Done listing) {
        return StreamSupport.stream(listing.body().spliterator(), false).toList();
    }

    private static String uids(List<JsonNode> items) {
        return String.join(", ", items.stream().map(item -> item.path("uid").textValue()).toList());
    }
}
