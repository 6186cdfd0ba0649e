// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.IndexCache.View;
import io.github.camelpersonalize.project.KeyLocks.FoldedKey;
import io.github.camelpersonalize.time.StopSignal;

/**
 * What exchanges share of one project: its index as their credential shows it, the keys that were seen, a lock for each key, and what the service keeps
 * of what it was sent. Thread-safe.
 */
record SharedState(View view, IndexCache indexes, RecentlyUsed<FoldedKey, String> keys, KeyLocks locks, KeptStates kept) {

    /** The index, empty at first. */
    ProjectIndex index() {
        return indexes.get(view);
    }

    /** Enters the service's list that was requested at this time. */
    void listed(DefinitionIndex index, Iterable<JsonNode> definitions, long requestedAt) {
        index.listed(definitions, requestedAt);
        indexIfPresent().ifPresent(indexes::weigh);
    }

    /** The index, if an operation has needed one. */
    Optional<ProjectIndex> indexIfPresent() {
        return indexes.ifPresent(view);
    }

    Optional<DefinitionIndex> indexIfPresent(Resource resource) {
        return indexIfPresent().flatMap(index -> index.ifPresent(resource));
    }

    /**
     * Enters a write into the indexes of the project.
     *
     * @param now the time of the write: where another credential is used, definitions are listed again before they are used
     */
    void enter(Resource resource, long now, Consumer<DefinitionIndex> write) {
        indexIfPresent().ifPresent(index -> {
            index.ifPresent(resource).ifPresent(write);
            indexes.weigh(index);
        });
        indexes.others(view).forEach(other -> other.ifPresent(resource).ifPresent(index -> {
            write.accept(index);
            index.markInDoubt(now);
        }));
    }

    /** The versions of a definition were written for this credential: for another one they are listed again. */
    void enterVersions(String uid, Versions versions, long now) {
        ProjectIndex index = index();
        index.versions().written(uid, versions, now);
        indexes.weigh(index);
        indexes.others(view).forEach(other -> other.versions().markInDoubt(uid, now));
    }

    /** The service may have written versions of a definition, or not. */
    void markVersionsInDoubt(String uid, long now) {
        index().versions().markInDoubt(uid, now);
        indexes.others(view).forEach(other -> other.versions().markInDoubt(uid, now));
    }

    /** To notice a key that is about to be created beside one that people cannot tell from it. A hint only: it may be out of date, so the list confirms it. */
    void learn(Resource resource, String key) {
        if (NaturalKey.isComparable(key)) {
            keys.put(FoldedKey.of(project(), resource, key), key);
        }
    }

    /** A key that was seen and differs from this one only in case, white space or Unicode form. */
    Optional<String> lookalike(Resource resource, String key) {
        return keys.get(FoldedKey.of(project(), resource, key)).filter(known -> !known.equals(key));
    }

    Result withLock(Resource resource, String key, StopSignal stop, Supplier<Result> work) {
        return locks.withLock(FoldedKey.of(project(), resource, key), stop, work);
    }

    /** Whether an exchange works on this key, or waits for it. */
    boolean isLocked(Resource resource, String key) {
        return locks.isLocked(FoldedKey.of(project(), resource, key));
    }

    /** Works when no other exchange writes this definition. The work must not wait for another lock. */
    Result withLock(Resource resource, Uid uid, StopSignal stop, Supplier<Result> work) {
        return locks.withLock(definition(resource, uid.value()), stop, work);
    }

    KeyLocks.UidKey definition(Resource resource, String uid) {
        return new KeyLocks.UidKey(project(), resource, uid);
    }

    void keep(Resource resource, String uid, KeptStates.Kept state) {
        kept.put(definition(resource, uid), state);
    }

    void wrote(Resource resource, String uid, KeptStates.OwnWrite write) {
        kept.wrote(definition(resource, uid), write);
    }

    boolean isOwnWrite(Resource resource, String uid, JsonNode found, OptionalLong since) {
        return kept.ownWrite(definition(resource, uid)).filter(write -> since.isEmpty() || write.at() - since.getAsLong() >= 0)
                .filter(write -> isSame(view.dialect().shape(resource), write.definition(), found)).isPresent();
    }

    /** Whether nothing differs that people write. */
    @SuppressWarnings("ReferenceEquality") // Both are null, or one is.
    private static boolean isSame(Shape shape, JsonNode written, JsonNode found) {
        boolean isGone = written == null || found == null;
        return isGone ? written == found : Difference.ofReplacement(Bodies.withoutReadOnly(written, shape), found, shape).isEmpty();
    }

    /** The uid of the definition that was sent with this key, and that the service keeps with another one. */
    Optional<String> uidOfSent(Resource resource, String key) {
        return kept.uid(sentKey(resource, key));
    }

    void learnKey(Resource resource, String sentKey, String uid) {
        kept.learn(sentKey(resource, sentKey), uid);
    }

    private KeptStates.SentKey sentKey(Resource resource, String key) {
        return new KeptStates.SentKey(project(), resource, key);
    }

    private ProjectId project() {
        return view.project();
    }
}
