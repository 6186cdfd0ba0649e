// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;

/** What a project held of some kinds when it was asked, at one time. */
final class Holdings {

    private final Map<Resource, KindIndex> indexes = new EnumMap<>(Resource.class);

    private Holdings() {}

    /** Asks for a list of each of these kinds that was not asked for at this time ({@link System#nanoTime()}) or later. */
    static Attempt<Holdings> of(Project project, Collection<Resource> resources, long since) {
        Holdings holdings = new Holdings();
        for (Resource resource : resources) {
            Attempt<KindIndex> known = project.known(resource, since);
            if (known.failure() != null) {
                return Attempt.failed(known.failure());
            }
            holdings.indexes.put(resource, KindIndex.of(resource, known.value().all()));
        }
        return Attempt.of(holdings);
    }

    /** Whether it was asked for this kind. */
    boolean has(Resource resource) {
        return indexes.containsKey(resource);
    }

    List<JsonNode> all(Resource resource) {
        return indexes.containsKey(resource) ? indexes.get(resource).all() : List.of();
    }

    KindIndex of(Resource resource) {
        return indexes.get(resource);
    }
}
