// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.lang.reflect.Field;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.benmanes.caffeine.cache.Cache;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.KeyLocks.FoldedKey;
import io.github.camelpersonalize.project.KeyLocks.UidKey;
import io.github.camelpersonalize.time.StopSignal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Messages name projects, keys and uids: nothing that is kept for them grows without end. */
class BoundsTest {

    private static final ProjectId PROJECT = new ProjectId(URI.create("https://personalize-api.contentstack.com"), "p1");

    @Test
    void indexesAreBounded() throws Exception {
        IndexCache indexes = new IndexCache();
        IntStream.range(0, 3 * IndexCache.MAX_INDEXES)
                .forEach(i -> indexes.get(new IndexCache.View(PROJECT.withUid("p" + i % 150), Dialect.CONTRACT, "c" + i)));

        assertBounded(indexes, "indexes", IndexCache.MAX_INDEXES);
    }

    private static IndexCache.View listed(IndexCache indexes, int number, int definitions) {
        IndexCache.View view = new IndexCache.View(PROJECT.withUid("p" + number), Dialect.CONTRACT, "c");
        ProjectIndex index = indexes.get(view);
        index.of(Resource.events).listed(IntStream.range(0, definitions)
                .mapToObj(i -> Json.read("{\"uid\": \"u%d\", \"key\": \"event_%d\", \"name\": \"Event %d\"}".formatted(i, i, i))).toList(),
                1);
        indexes.weigh(index);
        return view;
    }

    @Test
    void F115_indexesOfLargeProjectsAreBoundedByTheirSizeTogether() {
        IndexCache indexes = new IndexCache(4_000_000);
        List<IndexCache.View> views = IntStream.range(0, 50).mapToObj(i -> listed(indexes, i, 1_000)).toList();

        assertThat(views.stream().filter(view -> indexes.ifPresent(view).isPresent()).mapToLong(view -> indexes.get(view).weight()).sum())
                .isBetween(2_000_000L, 4_500_000L);
    }

    @Test
    void F115_aProjectOfAnySizeHasItsIndex() {
        IndexCache indexes = new IndexCache(400_000);

        assertThat(indexes.ifPresent(listed(indexes, 1, 5_000))).isPresent();
    }

    @Test
    void F19_whatWasUsedLastIsRememberedHoweverOftenOtherThingsWereUsedBefore() {
        int capacity = 1_000;
        RecentlyUsed<String, Integer> used = new RecentlyUsed<>(capacity);
        IntStream.range(0, 5 * capacity).forEach(i -> {
            used.put("old" + i % capacity, i);
            used.get("old" + i % capacity);
        });

        IntStream.range(0, capacity / 2).forEach(i -> used.put("new" + i, i));

        assertThat(IntStream.range(0, capacity / 2)).allMatch(i -> used.get("new" + i).isPresent());
    }

    @Test
    void noMoreIsRememberedThanFits() {
        RecentlyUsed<String, Integer> used = new RecentlyUsed<>(4);
        Stream.of("a", "b", "c", "d").forEach(key -> used.put(key, 1));

        assertThat(used.get("a")).isEmpty();
        assertThat(used.get("c")).contains(1);
        assertThat(used.get("d")).contains(1);
    }

    @Test
    void whatIsReadStaysRemembered() {
        RecentlyUsed<String, Integer> used = new RecentlyUsed<>(100);
        used.put("read", 1);

        IntStream.range(0, 1_000).forEach(i -> {
            used.put("other" + i, i);
            assertThat(used.get("read")).contains(1);
        });

        assertThat(used.get("other0")).isEmpty();
    }

    @Test
    void keptStatesAreBounded() throws Exception {
        KeptStates states = new KeptStates();
        IntStream.range(0, 3 * KeptStates.MAX_DEFINITIONS).forEach(i -> {
            states.put(new UidKey(PROJECT, Resource.events, "u" + i),
                    new KeptStates.Kept(MissingNode.getInstance(), Set.of(), List.of(), null, false, false));
            states.learn(new KeptStates.SentKey(PROJECT, Resource.events, "k" + i), "u" + i);
        });

        assertRecentlyUsed(states, "states", KeptStates.MAX_DEFINITIONS);
        assertBounded(states, "uids", KeptStates.MAX_DEFINITIONS);
    }

    @Test
    void F115_largeDefinitionsAndLongKeysCountAsSeveral() throws Exception {
        KeptStates states = new KeptStates();
        states.watch(PROJECT);
        JsonNode large = Json.read("{\"text\": \"" + "x".repeat(400_000) + "\"}");
        IntStream.range(0, 1_000).forEach(i -> {
            states.wrote(new UidKey(PROJECT, Resource.events, "u" + i), new KeptStates.OwnWrite(large, 0));
            states.learn(new KeptStates.SentKey(PROJECT, Resource.events, "x".repeat(25_000) + i), "u" + i);
        });

        assertBounded(states, "own", 102);
        assertBounded(states, "uids", 102);
    }

    @Test
    void writesAreRememberedForAsLongAsListsTake() throws Exception {
        DefinitionIndex index = new DefinitionIndex(Dialect.CONTRACT, Resource.events);
        long minute = Duration.ofMinutes(1).toNanos();
        IntStream.range(0, 1000).forEach(i -> index.written(Json.read("{\"uid\": \"u" + i + "\"}"), i * minute, i * minute + 1));

        assertThat((Map<?, ?>) field(index, "writes")).hasSize(6);
    }

    @Test
    void locksAreGivenBack() {
        KeyLocks locks = new KeyLocks();
        StopSignal stop = new StopSignal();
        FoldedKey key = FoldedKey.of(PROJECT, Resource.events, "k");
        Result done = Result.Success.nothing("k", null);

        assertThat(locks.withLock(key, stop, () -> locks.withLock(new UidKey(PROJECT, Resource.events, "u"), stop, () -> {
            assertThat(locks.size()).isEqualTo(2);
            return done;
        }))).isSameAs(done);
        assertThat(locks.size()).isZero();

        assertThatThrownBy(() -> locks.withLock(key, stop, () -> {
            throw new IllegalStateException("broken");
        })).hasMessage("broken");
        assertThat(locks.size()).isZero();

        Thread.currentThread().interrupt();
        assertThat(locks.withLock(key, stop, () -> done)).isInstanceOf(Result.Failure.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(locks.size()).isZero();
    }

    private static void assertBounded(Object owner, String field, int most) throws Exception {
        Cache<?, ?> cache = (Cache<?, ?>) field(owner, field);
        cache.cleanUp();
        assertThat(cache.estimatedSize()).isPositive().isLessThanOrEqualTo(most);
    }

    private static void assertRecentlyUsed(Object owner, String field, int most) throws Exception {
        Object used = field(owner, field);
        assertThat(((Map<?, ?>) field(used, "recent")).size() + ((Map<?, ?>) field(used, "earlier")).size()).isBetween(most / 2, most);
    }

    private static Object field(Object owner, String name) throws Exception {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
