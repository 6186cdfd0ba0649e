// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.TextIndex;
import io.github.camelpersonalize.model.JsonWeight;

/**
 * The definitions of one kind in a project, found by uid and by natural key: as last listed, and as this component has changed them since.
 * Thread-safe.
 * <p>
 * A list that was requested before a write, or too soon after it for a service that keeps several copies, may not show that write. So the writes of
 * the last moments are repeated on every list.
 */
public final class DefinitionIndex {

    /** How long a service that keeps several copies may take to list what it has just stored. */
    static final Duration LISTING_DELAY = Duration.ofSeconds(1);

    /** How long writes are remembered: longer than any list takes to arrive. */
    private static final Duration MEMORY = Duration.ofMinutes(5);

    private final Resource resource;
    private final Shape shape;
    private final Map<String, JsonNode> byUid = new LinkedHashMap<>();
    /** Mostly one uid for a key: it needs no set of its own. */
    private final Map<String, Collection<String>> uidsByFoldedKey = new HashMap<>();
    private final Map<String, Write> writes = new LinkedHashMap<>();
    /** By uid, a body that asks for nothing that the definition does not have. Streams repeat themselves. */
    private final Map<String, JsonNode> satisfied = new HashMap<>();
    /** The texts of all, once they were searched twice: one search alone looks at all definitions. */
    private TextIndex texts;
    private boolean isSearched;
    /** About how many bytes the definitions take. */
    private long weight;
    private Long listedAt;
    private Long inDoubtSince;

    /**
     * What was written, no definition when it was deleted, and when ({@link System#nanoTime()}).
     *
     * @param inDoubt whether the service may have something else
     */
    private record Write(Optional<JsonNode> definition, boolean inDoubt, long at) {}

    DefinitionIndex(Dialect dialect, Resource resource) {
        this.resource = resource;
        this.shape = dialect.shape(resource);
    }

    /** The definitions of one list. */
    public static DefinitionIndex of(Dialect dialect, Resource resource, Iterable<JsonNode> definitions) {
        DefinitionIndex index = new DefinitionIndex(dialect, resource);
        definitions.forEach(index::put);
        return index;
    }

    /** Whether it was listed at this time ({@link System#nanoTime()}) or later, and after all writes that are in doubt. */
    synchronized boolean isListedSince(long time) {
        return wasListedSince(time) && (inDoubtSince == null || wasListedSince(inDoubtSince));
    }

    private boolean wasListedSince(long time) {
        return listedAt != null && listedAt - time >= 0;
    }

    /** The service's list that was requested at this time; it is ignored when a later one is here already. */
    synchronized void listed(Iterable<JsonNode> definitions, long requestedAt) {
        if (wasListedSince(requestedAt)) {
            return;
        }
        byUid.clear();
        uidsByFoldedKey.clear();
        satisfied.clear();
        texts = null;
        isSearched = false;
        weight = 0;
        definitions.forEach(this::put);
        writes.forEach((uid, write) -> {
            if (!write.inDoubt() && write.at() - (requestedAt - LISTING_DELAY.toNanos()) >= 0) {
                write.definition().ifPresentOrElse(this::put, () -> remove(uid));
            }
        });
        listedAt = requestedAt;
    }

    /**
     * The service now has this definition; or another one, if another write of it came in between: which of two overlapping writes was the last,
     * only the service knows.
     */
    synchronized void written(JsonNode definition, long startedAt, long now) {
        if (isOverlapped(uid(definition), startedAt)) {
            markInDoubt(uid(definition), now);
        } else {
            put(definition);
            remember(uid(definition), new Write(Optional.of(definition), false, now));
        }
    }

    /** The service no longer has a definition of this uid, unless another write of it came in between. */
    synchronized void deleted(String uid, long startedAt, long now) {
        if (isOverlapped(uid, startedAt)) {
            markInDoubt(uid, now);
        } else {
            remove(uid);
            remember(uid, new Write(Optional.empty(), false, now));
        }
    }

    private boolean isOverlapped(String uid, long startedAt) {
        Write last = writes.get(uid);
        return last != null && last.at() - startedAt >= 0;
    }

    /**
     * The service may have executed a write, or not: only a list from now on shows it.
     *
     * @param uid of the definition, or {@code null} of one that was to be created
     */
    synchronized void markInDoubt(String uid, long now) {
        if (uid != null) {
            remember(uid, new Write(Optional.empty(), true, now));
        }
        markInDoubt(now);
    }

    /** Only a list from now on shows what the service has. */
    synchronized void markInDoubt(long now) {
        inDoubtSince = now;
    }

    public synchronized Optional<JsonNode> withUid(String uid) {
        return Optional.ofNullable(byUid.get(uid));
    }

    /** All that have this key: several only where the service let it happen. */
    public synchronized List<JsonNode> withKey(String key) {
        List<JsonNode> found = new ArrayList<>(1);
        for (String uid : lookalikes(key)) {
            JsonNode definition = byUid.get(uid);
            if (key.equals(key(definition))) {
                found.add(definition);
            }
        }
        return found;
    }

    /** The one that has this key, if there is exactly one. */
    public Optional<JsonNode> onlyWithKey(String key) {
        List<JsonNode> matches = withKey(key);
        return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
    }

    /** The uid of the one that has this key, if there is exactly one. */
    public Optional<String> uidOf(String key) {
        return onlyWithKey(key).map(DefinitionIndex::uid);
    }

    /** A key that people cannot tell from this one, and that is another. A constant that names a definition without a key is none. */
    public synchronized Optional<String> similar(String key) {
        return lookalikes(key).stream().map(byUid::get).filter(definition -> definition.has(resource.naturalKey())).map(this::key)
                .filter(other -> !other.equals(key)).findFirst();
    }

    /**
     * Remembers that a definition has all that a body asks for.
     *
     * @param definition as it is here
     */
    @SuppressWarnings("ReferenceEquality") // Another one may be here by now.
    synchronized void satisfies(JsonNode definition, JsonNode body) {
        String uid = uid(definition);
        if (byUid.get(uid) == definition) {
            weight += JsonWeight.of(body) - JsonWeight.of(satisfied.put(uid, body));
        }
    }

    /** The definition of this key, if it is known to have all that the body asks for. */
    synchronized Optional<JsonNode> satisfying(String key, JsonNode body) {
        return onlyWithKey(key).filter(definition -> body.equals(satisfied.get(uid(definition))));
    }

    public synchronized List<JsonNode> all() {
        return List.copyOf(byUid.values());
    }

    /** Those that may contain one of these texts, as values or as names of members. */
    synchronized List<JsonNode> mayContain(Collection<String> sought) {
        if (!isSearched) {
            isSearched = true;
            return all();
        }
        if (texts == null) {
            texts = new TextIndex();
            byUid.forEach(texts::add);
        }
        return texts.containing(sought).stream().map(byUid::get).toList();
    }

    /** About how many bytes the definitions take. */
    synchronized long weight() {
        return weight;
    }

    private void remember(String uid, Write write) {
        writes.remove(uid);
        writes.put(uid, write);
        Iterator<Write> oldest = writes.values().iterator();
        while (oldest.hasNext() && write.at() - oldest.next().at() > MEMORY.toNanos()) {
            oldest.remove();
        }
    }

    private void put(JsonNode definition) {
        String uid = uid(definition);
        JsonNode before = byUid.put(uid, definition);
        if (before != null) {
            forget(before);
        }
        weight += JsonWeight.of(definition);
        if (texts != null) {
            texts.add(uid, definition);
        }
        Optional.ofNullable(key(definition)).ifPresent(key -> uidsByFoldedKey.merge(folded(key), List.of(uid), DefinitionIndex::all));
    }

    /** As the text of the definition itself, where it is the same. */
    private static String folded(String key) {
        String folded = NaturalKey.folded(key);
        return folded.equals(key) ? key : folded;
    }

    private static Collection<String> all(Collection<String> some, Collection<String> others) {
        Collection<String> all = some instanceof Set ? some : new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private void remove(String uid) {
        Optional.ofNullable(byUid.remove(uid)).ifPresent(this::forget);
    }

    private void forget(JsonNode definition) {
        weight -= JsonWeight.of(definition) + JsonWeight.of(satisfied.remove(uid(definition)));
        if (texts != null) {
            texts.remove(uid(definition), definition);
        }
        Optional.ofNullable(key(definition))
                .ifPresent(key -> uidsByFoldedKey.computeIfPresent(folded(key), (folded, uids) -> without(uid(definition), uids)));
    }

    /** None when it was the only one. */
    private static Collection<String> without(String uid, Collection<String> uids) {
        if (uids.size() == 1) {
            return null;
        }
        uids.remove(uid);
        return uids;
    }

    private Collection<String> lookalikes(String key) {
        return uidsByFoldedKey.getOrDefault(NaturalKey.folded(key), Set.of());
    }

    private String key(JsonNode definition) {
        return shape.foreignKey(definition).orElseGet(() -> definition.path(String.valueOf(resource.naturalKey())).textValue());
    }

    private static String uid(JsonNode definition) {
        return definition.path("uid").textValue();
    }
}
