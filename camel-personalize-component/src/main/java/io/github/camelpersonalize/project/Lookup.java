// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** Finds one definition in the list of its kind. */
public final class Lookup {

    private final Project project;

    public Lookup(Project project) {
        this.project = project;
    }

    /** The definition that the target names. With a uid it counts as found: the write that follows will show. */
    public Result locate(Resource resource, Target target) {
        return target.uid() == null
                ? find(resource, target)
                : new Result.Success(null, 0, MissingNode.getInstance(), target.uid().value(), target.key());
    }

    /** The definition that the target names: by its uid if it has one, else by its natural key. Requests the list. */
    Result find(Resource resource, Target target) {
        return project.list(project.call(resource, Operation.list))
                .flatMap(listing -> find(resource, target, DefinitionIndex.of(project.dialect(), resource, listing.body()),
                        listing.status()));
    }

    /** The definition that the target names. Costs no request where the list was requested at that time or later. */
    public Result find(Resource resource, Target target, long since) {
        return project.index(resource, since).toResult(index -> find(resource, target, index, 0));
    }

    /**
     * The definition that bears the key of a target whose uid is gone. It is what was meant if the uid is only the body's. A uid that was named on
     * purpose means no other definition.
     */
    public Result successor(Resource resource, Target target, long since) {
        if (target.key() == null) {
            return Result.Failure.notFound("has no definition with uid " + target.uid() + " in " + project.name(resource));
        }
        Result found = find(resource, new Target(null, target.key()), since);
        return target.isUidOfBody() ? found : found.fold(other -> contradiction(resource, target, other), Lookup::noLookalike);
    }

    private Result contradiction(Resource resource, Target target, Result.Success other) {
        return failed(Outcome.REJECTED, "OTHER_UID", project.name(resource) + " has no definition with uid " + target.uid()
                + ", and its \"" + target.key() + "\" has the uid " + other.uid() + "; nothing was deleted; name the one that is meant");
    }

    private static Result noLookalike(Result.Failure failed) {
        return Result.Failure.LOOKALIKE.equals(failed.problem().code()) ? Result.Failure.notFound(failed.problem().message()) : failed;
    }

    private Result find(Resource resource, Target target, DefinitionIndex index, int status) {
        return target.uid() != null ? byUid(resource, target.uid(), index, status) : byKey(resource, target.key(), index, status);
    }

    private Result byUid(Resource resource, Uid uid, DefinitionIndex index, int status) {
        return index.withUid(uid.value()).map(item -> found(resource, status, item))
                .orElseGet(() -> Result.Failure.notFound("has no definition with uid " + uid + " in " + project.name(resource)));
    }

    private Result byKey(Resource resource, String key, DefinitionIndex index, int status) {
        List<JsonNode> matches = index.withKey(key);
        return switch (matches.size()) {
            case 1 -> found(resource, status, matches.get(0));
            case 0 ->
                renamed(resource, key, index).map(item -> found(resource, status, item)).orElseGet(() -> missing(resource, key, index));
            default -> failed(Outcome.AMBIGUOUS, "AMBIGUOUS", matches.size() + " definitions of " + project.name(resource)
                    + " have this " + resource.naturalKey() + " (uids " + uids(matches) + "); address one of them by its uid");
        };
    }

    /** The one that was sent with this key, and that the service keeps with another one. */
    private Optional<JsonNode> renamed(Resource resource, String key, DefinitionIndex index) {
        return project.shared().uidOfSent(resource, key).flatMap(index::withUid);
    }

    private Result missing(Resource resource, String key, DefinitionIndex index) {
        String missing = "does not exist in " + project.name(resource);
        return index.similar(key)
                .map(other -> failed(Outcome.REJECTED, Result.Failure.LOOKALIKE,
                        missing + ", but \"" + other + "\" does, which differs only in case, white space or Unicode form"))
                .orElseGet(() -> Result.Failure.notFound(missing));
    }

    private static Result found(Resource resource, int status, JsonNode item) {
        return new Result.Success(null, status, item, item.path("uid").textValue(), NaturalKey.of(resource, item).orElse(null));
    }

    private static Result failed(Outcome outcome, String code, String message) {
        return new Result.Failure(outcome, Problem.rejected(code, message));
    }

    private static String uids(List<JsonNode> items) {
        return String.join(", ", items.stream().map(item -> item.path("uid").textValue()).toList());
    }
}
