// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.cache.Caches;
import io.github.camelpersonalize.model.JsonWeight;
import io.github.camelpersonalize.model.SameJson;
import io.github.camelpersonalize.project.KeyLocks.UidKey;
import io.github.camelpersonalize.text.Sha256;

/**
 * What the service keeps of what it was sent. It may trim texts, sort items, add defaults or drop members. Without this memory the difference would
 * be written again with each upsert, and never go away. A hint only: what is not remembered is written once more. Thread-safe.
 */
final class KeptStates {

    static final int MAX_DEFINITIONS = 10_000;

    private static final String NO_MEMBERS = Sha256.hex("");

    /** In characters. */
    private static final int USUAL_KEY = 256;

    /** In bytes. */
    private static final int USUAL_DEFINITION = 4_096;

    private final RecentlyUsed<UidKey, Kept> states = new RecentlyUsed<>(MAX_DEFINITIONS);
    private final Cache<Made, Boolean> versions = Caches.builder().maximumSize(MAX_DEFINITIONS).build();

    /** A long key counts as several. */
    private final Cache<SentKey, String> uids = Caches.builder()
            .maximumWeight((long) MAX_DEFINITIONS * USUAL_KEY)
            .weigher((SentKey sent, String uid) -> Math.max(USUAL_KEY, sent.key().length())).build();

    /** The projects of which own writes are remembered. */
    private final Set<ProjectId> watched = ConcurrentHashMap.newKeySet();

    /** A large definition counts as several. */
    private final Cache<UidKey, OwnWrite> own = Caches.builder()
            .maximumWeight((long) MAX_DEFINITIONS * USUAL_DEFINITION)
            .weigher((UidKey definition, OwnWrite write) -> Math.max(USUAL_DEFINITION, JsonWeight.of(write.definition()))).build();

    /**
     * The last write of a definition that this process has made.
     *
     * @param definition as the write has left it, or {@code null} when it was deleted
     * @param at when the write had ended
     */
    record OwnWrite(JsonNode definition, long at) {}

    /** A natural key as it was sent. */
    record SentKey(ProjectId project, Resource resource, String key) implements Comparable<SentKey> {

        private static final Comparator<SentKey> ORDER = Comparator.comparing(SentKey::key).thenComparing(SentKey::resource)
                .thenComparing(SentKey::project);

        @Override
        public int compareTo(SentKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** What the service makes of the content of a version, by hashes. */
    private record Made(UidKey definition, String sent, String kept) implements Comparable<Made> {

        private static final Comparator<Made> ORDER = Comparator.comparing(Made::definition).thenComparing(Made::sent)
                .thenComparing(Made::kept);

        @Override
        public int compareTo(Made other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The last write of one definition; its differences by hashes.
     *
     * @param sent the desired definition
     * @param otherwise differences that stay, each way in which the service may show them
     * @param whole all that the service has, in each of these ways; none where members were sent that are not desired, as an upsert does, and an
     *     update would remove
     * @param found the differences that an earlier write of the same was to correct, or {@code null}
     * @param isBrief whether the response left out desired members
     * @param isAsSent whether a list has shown the definition as it was sent
     */
    record Kept(JsonNode sent, Set<String> otherwise, List<JsonNode> whole, String found, boolean isBrief, boolean isAsSent) {

        Kept {
            otherwise = Set.copyOf(otherwise);
            whole = List.copyOf(whole);
        }

        boolean isOf(JsonNode desired) {
            return SameJson.isSame(sent, desired);
        }

        /**
         * Whether a definition is one of the whole ones.
         *
         * @param content a definition without what only the service sets
         */
        boolean isWhole(JsonNode definition, UnaryOperator<JsonNode> content) {
            return whole.stream().anyMatch(one -> SameJson.isSame(content.apply(one), content.apply(definition)));
        }

        Kept withFound(String differences) {
            return new Kept(sent, otherwise, whole, differences, isBrief, isAsSent);
        }
    }

    Optional<Kept> get(UidKey definition) {
        return states.get(definition);
    }

    void put(UidKey definition, Kept kept) {
        states.put(definition, kept);
    }

    /** Whether the service was seen to keep the second when it is sent the first. */
    boolean isMade(UidKey definition, JsonNode sent, JsonNode kept) {
        return versions.getIfPresent(new Made(definition, hash(sent), hash(kept))) != null;
    }

    void learnMade(UidKey definition, JsonNode sent, JsonNode kept) {
        versions.put(new Made(definition, hash(sent), hash(kept)), true);
    }

    void watch(ProjectId project) {
        watched.add(project);
    }

    Optional<OwnWrite> ownWrite(UidKey definition) {
        return Optional.ofNullable(own.getIfPresent(definition));
    }

    void wrote(UidKey definition, OwnWrite write) {
        if (watched.contains(definition.project())) {
            own.put(definition, write);
        }
    }

    /** The uid of the definition that was sent with this key, and that the service keeps with another one. */
    Optional<String> uid(SentKey key) {
        return Optional.ofNullable(uids.getIfPresent(key));
    }

    void learn(SentKey key, String uid) {
        uids.put(key, uid);
    }

    /** Equal for what {@link SameJson} takes for equal. */
    static String hash(JsonNode json) {
        return Sha256.hex(SameJson.canonical(json));
    }

    /** These members with their values. */
    static String hash(List<String> pointers, JsonNode actual) {
        if (pointers.isEmpty()) {
            return NO_MEMBERS;
        }
        return Sha256.hex(pointers.stream().sorted().map(pointer -> pointer + '\t' + SameJson.canonical(actual.at(pointer)))
                .collect(Collectors.joining("\n")));
    }
}
