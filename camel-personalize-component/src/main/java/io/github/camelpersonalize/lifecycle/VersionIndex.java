// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.camelpersonalize.cache.Caches;
import io.github.camelpersonalize.model.JsonWeight;
import org.jspecify.annotations.Nullable;

/**
 * The versions of definitions: as last listed, and as this component has changed them since. What is not remembered is listed again. A list of the
 * moment after such a change may not show it, and what is remembered may lack what others have changed in that moment: so a new list has to wait.
 * Thread-safe.
 */
public final class VersionIndex {

    /** As many as a project may have at most. */
    private static final int MAX_DEFINITIONS = 1000;

    /** Of the versions of a definition, in bytes; larger ones count as several. */
    private static final int USUAL = 64 * 1024;

    private final Duration delay;
    private final Cache<String, Known> known = Caches.builder()
            .maximumWeight((long) MAX_DEFINITIONS * USUAL).weigher((String uid, Known known) -> known.weight()).build();

    /**
     * @param delay how long the service may take to list what it has just stored
     */
    public VersionIndex(Duration delay) {
        this.delay = delay;
    }

    /**
     * What is known of one definition, at times of {@link System#nanoTime()}.
     *
     * @param versions none when they are in doubt
     * @param at when the list was requested, or the versions were written or doubted
     * @param changedAt when the service last changed them for this component, or may have; {@code null} for never
     */
    private record Known(Optional<Versions> versions, long at, @Nullable Long changedAt) {

        int weight() {
            long bytes = versions.stream().flatMap(listed -> listed.all().stream()).mapToLong(JsonWeight::of).sum();
            return (int) Math.min(Integer.MAX_VALUE, Math.max(USUAL, bytes));
        }
    }

    /** The versions of a definition, if they were listed or written at this time or later. */
    public Optional<Versions> since(String uid, long time) {
        return Optional.ofNullable(known.getIfPresent(uid)).filter(found -> found.at() - time >= 0).flatMap(Known::versions);
    }

    /** Whether a list must wait, so that it shows what this component has changed, or may have. */
    public boolean mustWait(String uid, long now) {
        return Optional.ofNullable(known.getIfPresent(uid))
                .filter(found -> found.changedAt() != null && now - found.changedAt() < delay.toNanos()).isPresent();
    }

    /** The service's list that was requested at this time. What counts is returned: it may be newer. */
    public Versions listed(String uid, Versions versions, long requestedAt) {
        Known listed = new Known(Optional.of(versions), requestedAt, null);
        return known.asMap().merge(uid, listed, VersionIndex::newer).versions().orElse(versions);
    }

    private static Known newer(Known before, Known listed) {
        return before.at() - listed.at() > 0 ? before : new Known(listed.versions(), listed.at(), before.changedAt());
    }

    /** About how many bytes they take at most. */
    public long weight() {
        return known.policy().eviction().map(bounds -> bounds.weightedSize().orElse(0)).orElse(0L);
    }

    /** The service now has these. */
    public void written(String uid, Versions versions, long now) {
        known.put(uid, new Known(Optional.of(versions), now, now));
    }

    /** The service may have carried out a write, or not. */
    public void markInDoubt(String uid, long now) {
        known.put(uid, new Known(Optional.empty(), now, now));
    }
}
