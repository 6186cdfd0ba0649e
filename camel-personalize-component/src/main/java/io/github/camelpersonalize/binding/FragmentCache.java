// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import io.github.camelpersonalize.cache.Caches;
import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonWeight;

/** What fragments were read as: from streams of customer data, the same few are inferred again and again. Bounded, and thread-safe. */
final class FragmentCache {

    /** In bytes. */
    private static final int MAX_CACHED = 2 * 1024 * 1024;

    private final Cache<Fragment, Reading> cache = Caches.builder().maximumWeight(MAX_CACHED)
            .weigher((Fragment fragment, Reading reading) -> reading.weight()).build();

    /**
     * A key of the cache. Those of one hash code are searched by their texts: senders can make up any number of these.
     *
     * @param content a tree, or, where it has only texts, a map, which costs less than a tree to look up
     */
    private record Fragment(Object content) implements Comparable<Fragment> {

        @Override
        public int compareTo(Fragment other) {
            return content.toString().compareTo(other.content.toString());
        }
    }

    private record Reading(ParseResult result, int weight) {}

    /** What an equal fragment was read as, if it is known. */
    Optional<ParseResult> get(Definition fragment) {
        return isOfTexts(fragment)
                ? Optional.ofNullable(cache.getIfPresent(new Fragment(fragment))).map(Reading::result)
                : Optional.empty();
    }

    /** What an equal fragment was read as, or is read as now. */
    ParseResult get(JsonNode fragment, Function<JsonNode, ParseResult> read) {
        Definition map = Json.definition(fragment);
        Fragment key = new Fragment(isOfTexts(map) ? map : fragment);
        return cache.get(key, added -> new Reading(read.apply(fragment), JsonWeight.of(fragment))).result();
    }

    /** Whether it has only texts and lists of maps of texts, as what is inferred. Of other maps nobody knows: they may even contain themselves. */
    private static boolean isOfTexts(Definition fragment) {
        for (Object value : fragment.values()) {
            if (!(value instanceof String) && !(value instanceof ArrayList<?> list && areOfTexts(list))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areOfTexts(List<?> definitions) {
        for (Object definition : definitions) {
            if (!(definition instanceof Map<?, ?> members) || !areTexts(members)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areTexts(Map<?, ?> members) {
        for (Object value : members.values()) {
            if (!(value instanceof String)) {
                return false;
            }
        }
        return true;
    }
}
