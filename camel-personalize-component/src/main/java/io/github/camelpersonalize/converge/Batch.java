// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.camelpersonalize.client.Problem.Kind;

/**
 * Carries out what one message asks for, with one list a kind and one request for each definition that is not as it should be in the end: first
 * what others refer to, then what refers to it, and deletions last.
 * <p>
 * Of several wishes for one definition the last one counts; where the service or the schema refuses it, the one before. A wrong wish does not keep
 * the others from being carried out; when the service is out of reach or refuses the credential, the rest is not sent. Used by one thread.
 */
public final class Batch {

    private final SingleWish single;
    private final Map<Object, Optional<Result>> faults = new HashMap<>();
    private final Versions versions;
    /** What becomes of all the rest, once nothing more is sent. */
    private Result.Failed rest;

    /**
     * @param stores where the newest version of a definition is kept, by a name for it, if records tell versions
     */
    public Batch(Project project, Function<String, StateStore> stores) {
        this.single = new SingleWish(project);
        this.versions = new Versions(stores);
    }

    /** Carries out wishes, and tells what became of each, in their order. */
    public List<Settled> settle(List<Wish> wishes) {
        List<Result> results = carryOut(wishes);
        return IntStream.range(0, results.size()).mapToObj(i -> Settled.of(wishes.get(i), results.get(i))).toList();
    }

    /** What becomes of each wish, in their order. */
    public List<Result> carryOut(List<Wish> wishes) {
        Result[] results = new Result[wishes.size()];
        for (int i = 0; i < results.length; i++) {
            Wish wish = wishes.get(i);
            results[i] = wish.ended() == null ? fault(wish).orElse(null) : wish.ended();
        }
        for (WishGroups part : WishGroups.of(wishes, results)) {
            new WishOrder(wishes, part.groups(), results).ordered()
                    .forEach(group -> settle(wishes, group, results));
        }
        return Arrays.asList(results);
    }

    /** Streams repeat themselves: what is the same again is not checked again. */
    private Optional<Result> fault(Wish wish) {
        return wish.body() == null
                ? Optional.empty()
                : faults.computeIfAbsent(List.of(wish.resource(), wish.operation(), wish.body()), same -> single.fault(wish));
    }

    /** Between the reading of a version and its replacement by another, nobody else writes the definition. */
    private void settle(List<Wish> wishes, List<Integer> group, Result[] results) {
        if (group.stream().allMatch(i -> wishes.get(i).version() == null)) {
            write(wishes, group, results);
            return;
        }
        int last = group.get(group.size() - 1);
        Result turn = single.inTurn(wishes.get(last), () -> {
            writeNewest(wishes, group, results);
            return results[last];
        });
        if (turn != results[last]) {
            group.forEach(i -> results[i] = turn);
        }
    }

    private void writeNewest(List<Wish> wishes, List<Integer> group, Result[] results) {
        try {
            write(wishes, rest == null ? versions.current(wishes, group, results) : group, results);
        } catch (VersionException e) {
            group.forEach(i -> results[i] = e.unread());
            rest = notSent("state repository out of order");
        }
    }

    private void write(List<Wish> wishes, List<Integer> group, Result[] results) {
        int end = group.size();
        while (end > 0) {
            int begin = firstOfTheSame(wishes, group, end);
            Wish wish = wishes.get(group.get(begin));
            Result result = rest == null ? carryOut(wish, wishes.get(group.get(end - 1))) : rest;
            results[group.get(begin)] = result;
            for (int repeated : group.subList(begin + 1, end)) {
                results[repeated] = result.then(done -> again(done), failed -> failed);
            }
            end = begin;
            if (!(result instanceof Result.Failed failed && failed.outcome() == Outcome.REJECTED)) {
                for (int earlier : group.subList(0, begin)) {
                    results[earlier] = result.then(done -> again(done).withNote("superseded by " + wish.from()), failed -> failed);
                }
                end = 0;
            }
        }
    }

    /** @param last of the same wishes, whose version is the newest */
    private Result carryOut(Wish wish, Wish last) {
        Result result = single.carryOut(wish);
        if (result instanceof Result.Failed failed && failed.problem().kind() != Kind.REJECTED) {
            rest = notSent("service out of reach or the credential refused");
        }
        try {
            if (result instanceof Result.Done) {
                versions.fulfilled(last);
            }
            return result;
        } catch (VersionException e) {
            rest = notSent("state repository out of order");
            return e.unkept((Result.Done) result);
        }
    }

    /** Where the run of same wishes begins that ends here: what the first of them brings about, the others find done. */
    private static int firstOfTheSame(List<Wish> wishes, List<Integer> group, int end) {
        int begin = end - 1;
        while (begin > 0 && wishes.get(group.get(begin - 1)).isSameAs(wishes.get(group.get(end - 1)))) {
            begin--;
        }
        return begin;
    }

    private static Result.Done again(Result.Done done) {
        return new Result.Done(Outcome.UNCHANGED, 0, done.body(), done.uid(), done.key(), done.note());
    }

    private static Result.Failed notSent(String found) {
        return Result.Failed.blocked(Result.Failed.NOT_SENT, "not sent, because an item before it found the " + found);
    }
}
