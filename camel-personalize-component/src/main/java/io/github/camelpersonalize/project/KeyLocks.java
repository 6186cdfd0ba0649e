// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.time.FairLock;
import io.github.camelpersonalize.time.StopSignal;

/**
 * One lock for each natural key: one exchange at a time creates a definition of it. A create without a response adopts what it then finds;
 * without the lock that might be what another route has created meanwhile. And one lock for each uid, which whoever holds it waits for no other:
 * one request at a time writes a definition, so that the order of the responses is the order of the writes. Other processes are not held up: the
 * service reports the duplicate to them. Thread-safe.
 */
final class KeyLocks {

    private final Map<Object, KeyLock> locks = new ConcurrentHashMap<>();

    /** The lock of one key, kept as long as a thread holds it or waits for it. The map's own lock guards the number of those. */
    private static final class KeyLock {

        private final FairLock lock = new FairLock();
        private int users;
    }

    /** A natural key in a project. Keys that people cannot tell from each other are equal here. */
    record FoldedKey(ProjectId project, Resource resource, String folded) implements Comparable<FoldedKey> {

        private static final Comparator<FoldedKey> ORDER = Comparator.comparing(FoldedKey::folded).thenComparing(FoldedKey::resource)
                .thenComparing(FoldedKey::project);

        static FoldedKey of(ProjectId project, Resource resource, String key) {
            return new FoldedKey(project, resource, NaturalKey.folded(key));
        }

        /** An order, because maps search keys of one hash code by it: senders can make up any number of these. */
        @Override
        public int compareTo(FoldedKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** A definition that has a uid. */
    record UidKey(ProjectId project, Resource resource, String uid) implements Comparable<UidKey> {

        private static final Comparator<UidKey> ORDER = Comparator.comparing(UidKey::uid).thenComparing(UidKey::resource)
                .thenComparing(UidKey::project);

        @Override
        public int compareTo(UidKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** Works under the lock; not at all when the work is to end before. A thread may lock a key again. */
    Result withLock(FoldedKey key, StopSignal stop, Supplier<Result> work) {
        return withLock((Object) key, stop, work);
    }

    /** Works under the lock; not at all when the work is to end before. */
    Result withLock(UidKey key, StopSignal stop, Supplier<Result> work) {
        return withLock((Object) key, stop, work);
    }

    /** Whether a thread holds the lock or waits for it. */
    boolean isLocked(FoldedKey key) {
        return locks.containsKey(key);
    }

    /** How many locks threads hold or wait for. */
    int size() {
        return locks.size();
    }

    private Result withLock(Object key, StopSignal stop, Supplier<Result> work) {
        FairLock lock = enter(key);
        try {
            return withLock(lock, stop, work);
        } finally {
            leave(key);
        }
    }

    private FairLock enter(Object key) {
        return locks.compute(key, (same, known) -> entered(known)).lock;
    }

    private static KeyLock entered(KeyLock known) {
        KeyLock lock = known == null ? new KeyLock() : known;
        lock.users++;
        return lock;
    }

    private void leave(Object key) {
        locks.computeIfPresent(key, (same, known) -> --known.users == 0 ? null : known);
    }

    private static Result withLock(FairLock lock, StopSignal stop, Supplier<Result> work) {
        if (!lock.lock(stop)) {
            return Result.Failure.stopping();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
