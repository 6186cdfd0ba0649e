// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;

/**
 * Carries out one wish of a batch. Other than an operation on its own, it looks at what the project holds first, which the whole batch has to ask
 * for only once, and sends nothing for what is so already.
 */
final class SingleWish {

    private final Project project;
    private final Bodies bodies;
    private final Writes writes;

    SingleWish(Project project) {
        this.project = project;
        this.bodies = new Bodies(project);
        this.writes = new Writes(project);
    }

    /** Why its body must not be sent, if there is a reason. */
    Optional<Result> fault(Wish wish) {
        Operation call = wish.operation() == Operation.update ? Operation.update : Operation.create;
        return bodies.faults(project.call(wish.resource(), call), bodies.writable(wish.body()));
    }

    /** Carries out a wish that has no fault. */
    Result carryOut(Wish wish) {
        return switch (wish.operation()) {
            case create -> new Upsert(project, OnConflict.fail, project.begun()).ensure(wish.resource(), bodies.writable(wish.body()));
            case upsert ->
                new Upsert(project, onConflict(wish), project.youngEnough()).resolve(wish.resource(), bodies.writable(wish.body()));
            case update -> inTurn(wish, () -> update(wish));
            case delete -> inTurn(wish, () -> delete(wish));
            default -> throw new IllegalArgumentException(wish.operation() + " is no wish");
        };
    }

    private OnConflict onConflict(Wish wish) {
        return wish.onConflict() == null ? project.policy().onConflict() : wish.onConflict();
    }

    /** Does what concerns the key of a wish when nobody else does. Work that has its turn may ask for it again. */
    Result inTurn(Wish wish, Supplier<Result> work) {
        return wish.soughtKey().map(key -> project.memory().inTurn(wish.resource(), key, work)).orElseGet(work);
    }

    private Result update(Wish wish) {
        JsonNode definition = bodies.writable(wish.body());
        return find(wish).then(held -> isWhole(definition, held)
                ? Result.Done.unchanged(wish.resource(), held.body(), null)
                : writes.replace(wish.resource(), wish.target(), held, definition), failed -> failed);
    }

    /** Whether nothing differs, and the service holds nothing else: an update takes away what it does not mention. */
    private boolean isWhole(JsonNode definition, Result.Done held) {
        return Difference.between(definition, held.body(), project.dialect()).isEmpty()
                && Difference.between(bodies.writable(held.body()), definition, project.dialect()).isEmpty();
    }

    private Result delete(Wish wish) {
        return find(wish).then(
                held -> objection(wish, held).orElseGet(() -> writes.delete(wish.resource(), held)),
                failed -> failed.isNotFound() ? Writes.gone(Outcome.UNCHANGED, 0, null, wish.key().orElse(null)) : failed);
    }

    /** What others refer to stays. */
    private Optional<Result> objection(Wish wish, Result.Done held) {
        return new Referrers(project, project.begun()).of(wish.resource(), held.body()).then(
                names -> names.isEmpty() ? Optional.empty() : Optional.of(blocked(names)), Optional::of);
    }

    private static Result blocked(List<String> names) {
        return Result.Failed.blocked("IN_USE", "not deleted, because it is used by " + String.join(", ", names) + "; change those first");
    }

    private Result find(Wish wish) {
        Target target = wish.isByUid() ? wish.target() : new Target(null, wish.soughtKey().orElseThrow());
        return new Lookup(project).find(wish.resource(), target, project.begun());
    }
}
