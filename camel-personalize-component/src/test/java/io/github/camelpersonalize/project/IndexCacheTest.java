// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.project.IndexCache.View;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.project.ScriptedService.PROJECT;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

class IndexCacheTest {

    private final IndexCache cache = new IndexCache(100_000);
    private final View view = new View(PROJECT, Dialect.CONTRACT, "c1");

    @Test
    void anIndexIsOfOneProjectDialectAndCredential() {
        ProjectIndex index = cache.get(view);

        assertThat(cache.get(new View(PROJECT, Dialect.CONTRACT, "c1"))).isSameAs(index);
        assertThat(cache.ifPresent(view)).containsSame(index);
        assertThat(cache.ifPresent(new View(PROJECT, Dialect.CONTRACT, "c2"))).isEmpty();
        assertThat(cache.ifPresent(new View(PROJECT, Dialect.LIVE, "c1"))).isEmpty();
        assertThat(cache.ifPresent(new View(PROJECT.withUid("p2"), Dialect.CONTRACT, "c1"))).isEmpty();
    }

    @Test
    void theOthersOfAProjectAreThoseOfOtherCredentialsAndDialects() {
        cache.get(view);
        ProjectIndex second = cache.get(new View(PROJECT, Dialect.CONTRACT, "c2"));
        ProjectIndex live = cache.get(new View(PROJECT, Dialect.LIVE, "c1"));
        cache.get(new View(PROJECT.withUid("p2"), Dialect.CONTRACT, "c2"));

        assertThat(cache.others(view)).containsExactlyInAnyOrder(second, live);
    }

    @Test
    void asManyMakeRoomAsAreNeededForIt() {
        View other = view("p2");
        fill(view, 40_000);
        fill(other, 40_000);

        fill(view("p3"), 40_000);

        assertThat(Stream.of(view, other).filter(index -> cache.ifPresent(index).isPresent())).hasSize(1);
        assertThat(cache.ifPresent(view("p3"))).isPresent();
    }

    @Test
    void whatTakesNoMoreThanAllMayTakeStays() {
        fill(view, 50_000);

        fill(view("p2"), 50_000);

        assertThat(cache.ifPresent(view)).isPresent();
    }

    @Test
    void theIndexThatHasGrownStaysItself() {
        fill(view, 40_000);

        fill(view("p2"), 200_000);

        assertThat(cache.ifPresent(view)).isEmpty();
        assertThat(cache.ifPresent(view("p2"))).isPresent();
    }

    @Test
    void littleGrowthIsNotWeighed() {
        fill(view, 100_000);
        fill(view("p2"), 1_000);
        assertThat(cache.ifPresent(view)).isPresent();

        fill(view("p3"), 1_001);
        assertThat(cache.ifPresent(view)).isEmpty();
    }

    @Test
    void growthCountsSinceTheIndexWasWeighed() {
        fill(view, 40_000);
        fill(view("p2"), 59_900);

        cache.get(view("p2")).of(events).listed(List.of(json("{'uid':'" + "x".repeat(100) + "'}")), 1);
        cache.weigh(cache.get(view("p2")));

        assertThat(cache.ifPresent(view)).isPresent();
    }

    private void fill(View of, int bytes) {
        ProjectIndex index = cache.get(of);
        index.of(attributes).listed(List.of(json("{'uid':'" + "x".repeat(bytes - 200) + "'}")), 1);
        cache.weigh(index);
    }

    private View view(String uid) {
        return new View(PROJECT.withUid(uid), Dialect.CONTRACT, "c1");
    }
}
