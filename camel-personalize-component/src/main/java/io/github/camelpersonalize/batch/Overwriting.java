// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.api.Versioning;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.ReferenceSite;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.project.Policy;

/**
 * Finds out whether a write request overwrites all that one before it has written to the same definition, whatever the project has: then only the
 * later one needs to be sent. An update replaces the whole definition; an upsert keeps the members that it does not have, so that it must have all
 * those of the earlier one. A create, and an upsert that leaves what exists as it is, overwrite nothing.
 */
final class Overwriting {

    private static final String NAME = "name";

    private final Dialect dialect;
    private final OnConflict onConflict;

    Overwriting(Dialect dialect, Policy policy) {
        this.dialect = dialect;
        this.onConflict = policy.onConflict();
    }

    /** Whether the later write request makes the earlier one superfluous. */
    boolean test(WriteRequest later, WriteRequest earlier) {
        return isForTheSame(later, earlier) && switch (later.operation()) {
            case update -> !later.isRename();
            case upsert -> changesWhatExists(later) && changesWhatExists(earlier) && covers(later, earlier)
                    && (later.version() == null || covers(earlier, later)) && refersToAllOf(later, earlier);
            default -> false;
        };
    }

    /** Whether the later one, which follows at once, deletes what the earlier upsert makes. A version that it has must be kept all the same. */
    boolean isDeletion(WriteRequest later, WriteRequest earlier) {
        return later.operation() == Operation.delete && earlier.operation() == Operation.upsert && earlier.version() == null
                && changesWhatExists(earlier) && later.soughtKey().equals(earlier.soughtKey());
    }

    private static boolean isForTheSame(WriteRequest later, WriteRequest earlier) {
        return later.operation() == earlier.operation() && later.resource() == earlier.resource()
                && later.target().equals(earlier.target()) && later.key().equals(earlier.key());
    }

    /** Whether the order of their versions, if they have any, is known: between times of two units there is none. */
    static boolean isInStep(WriteRequest later, WriteRequest earlier) {
        return later.version() == null || earlier.version() == null || !later.version().isOfOtherUnit(earlier.version());
    }

    private boolean changesWhatExists(WriteRequest request) {
        OnConflict policy = request.onConflict() == null ? onConflict : request.onConflict();
        return policy == OnConflict.update && dialect.call(request.resource(), Operation.update).isPresent();
    }

    /** Where the earlier one is blocked by a reference, the later one must be so in its place: others may refer to the definition. */
    private boolean refersToAllOf(WriteRequest later, WriteRequest earlier) {
        Set<Reference> references = references(earlier);
        return references.isEmpty() || references(later).containsAll(references);
    }

    private Set<Reference> references(WriteRequest request) {
        return References.in(dialect, request.content()).stream().filter(site -> !site.implicit()).map(ReferenceSite::reference)
                .collect(Collectors.toSet());
    }

    private boolean covers(WriteRequest later, WriteRequest earlier) {
        Shape shape = dialect.shape(earlier.resource());
        return isOfSameStatus(shape, later, earlier)
                && earlier.content().properties().stream().filter(member -> !shape.readOnlyMembers().contains(member.getKey()))
                        .allMatch(member -> later.content().has(member.getKey()) && (shape.wholeMembers().contains(member.getKey())
                                || replaces(later.content().get(member.getKey()), member.getValue())));
    }

    /** Where the service has versions: one that the earlier request makes active stays so when the later one makes a draft beside it. */
    private static boolean isOfSameStatus(Shape shape, WriteRequest later, WriteRequest earlier) {
        return shape.versioning().map(Versioning::status)
                .filter(status -> !later.content().path(status).equals(earlier.content().path(status))).isEmpty();
    }

    /** Whether nothing is left of the earlier value, and the later one does not keep what the earlier one has removed. */
    private static boolean replaces(JsonNode later, JsonNode earlier) {
        if (later.isObject()) {
            return earlier.isObject() && earlier.properties().stream().allMatch(member -> replacesMember(later, member));
        }
        return !later.isArray() || StreamSupport.stream(later.spliterator(), false).allMatch(item -> replacesNamesake(item, earlier));
    }

    private static boolean replacesMember(JsonNode later, Map.Entry<String, JsonNode> earlier) {
        return later.has(earlier.getKey()) && replaces(later.get(earlier.getKey()), earlier.getValue());
    }

    /** Items of an array are matched by name. */
    private static boolean replacesNamesake(JsonNode item, JsonNode earlier) {
        if (!item.path(NAME).isTextual()) {
            return true;
        }
        JsonNode found = null;
        for (JsonNode other : earlier) {
            if (other.path(NAME).equals(item.path(NAME))) {
                if (found != null) {
                    return false;
                }
                found = other;
            }
        }
        return found != null && replaces(item, found);
    }
}
