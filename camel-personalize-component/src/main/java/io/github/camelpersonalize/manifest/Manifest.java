// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.api.Resource;

/**
 * What a document says should exist.
 *
 * @param entries the definitions, in the order of the document
 * @param priority the order of the experiences, if the document has one
 * @param onConflict {@code update}, {@code skip} or {@code fail}: what the document wants done with definitions that differ in the project, if
 *        it says so
 */
public record Manifest(List<Entry> entries, Optional<DesiredPriority> priority, Optional<String> onConflict) {

    /** The resources whose definitions a manifest holds, in the order in which they are made. */
    public static final List<Resource> RESOURCES = List.of(Resource.attributes, Resource.events, Resource.audiences, Resource.experiences);

    public Manifest {
        entries = List.copyOf(entries);
    }

    /** Whether it says nothing at all. */
    public boolean isEmpty() {
        return entries.isEmpty() && priority.isEmpty();
    }
}
