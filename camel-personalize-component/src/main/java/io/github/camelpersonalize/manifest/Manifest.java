// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.api.Resource;

/**
 * The desired state of a project, as a document declares it.
 *
 * @param entries the definitions, in the order of the document
 * @param priority the order of the experiences, if the document contains one
 * @param onConflict {@code update}, {@code skip} or {@code fail}: what to do with definitions that differ in the project, if the document
 *        contains it
 */
public record Manifest(List<Entry> entries, Optional<DesiredPriority> priority, Optional<String> onConflict) {

    /** The resources whose definitions a manifest contains, in the order of creation. */
    public static final List<Resource> RESOURCES = List.of(Resource.attributes, Resource.events, Resource.audiences, Resource.experiences);

    public Manifest {
        entries = List.copyOf(entries);
    }

    /** Whether it contains no definition. Without one, an order of experiences says nothing about what should exist. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
