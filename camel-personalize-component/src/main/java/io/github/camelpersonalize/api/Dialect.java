// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One version of the service's API as data: every path, member name and rule that may differ between versions.
 *
 * @param name how users choose it
 * @param calls the table of operations
 * @param envelope the member that holds the items of a list
 * @param priorityMember the member that holds the uids of the priority order
 * @param readOnlyMembers members of a definition that the service sets and that are never sent
 * @param wholeMembers members that an update replaces as a whole, so that nothing is kept of the earlier value
 * @param reservedUids words that mean something else where a uid may stand in a path, so that they address no definition
 */
public record Dialect(String name, List<Call> calls, String envelope, String priorityMember, Set<String> readOnlyMembers,
        Set<String> wholeMembers, Set<String> reservedUids) {

    /** The dialect of the published API description, and the default. */
    public static final Dialect CONTRACT = ContractDialect.table();

    /** All dialects. */
    public static List<Dialect> all() {
        return List.of(CONTRACT);
    }

    /** The dialect of that name, in any case. */
    public static Optional<Dialect> named(String name) {
        return all().stream().filter(dialect -> dialect.name.equalsIgnoreCase(name)).findFirst();
    }

    /** The call that executes an operation, if the service has one for it. */
    public Optional<Call> call(Resource resource, Operation operation) {
        return calls.stream().filter(call -> call.resource() == resource && call.operation() == operation).findFirst();
    }

    /** The operations of a resource: those with a call, and those that are made of several. */
    public List<Operation> operations(Resource resource) {
        return Stream.of(Operation.values()).filter(operation -> offers(resource, operation)).toList();
    }

    /** Whether the operation can be executed, by its own call or by others. */
    public boolean offers(Resource resource, Operation operation) {
        return call(resource, operation).isPresent() || switch (operation) {
            case get -> isKept(resource);
            case upsert -> isKept(resource) || resource == Resource.project;
            case plan, apply, export -> resource == Resource.project;
            default -> false;
        };
    }

    /** Whether the service has definitions of this kind, with a natural key. */
    private boolean isKept(Resource resource) {
        return resource.naturalKey() != null && call(resource, Operation.list).isPresent();
    }

    /** The uid of a definition of the service, if it has one that can address it. */
    public Optional<Uid> uid(JsonNode definition) {
        return Uid.of(definition).filter(uid -> !isReserved(uid.value()));
    }

    /** Whether a legal uid means something else in the service's paths. */
    public boolean isReserved(String uid) {
        return reservedUids.contains(uid.toLowerCase(Locale.ROOT));
    }
}
