// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The way in which a service speaks, as data: every path, member name and rule that differs between dialects.
 *
 * @param name how users choose it
 * @param calls the table of operations
 * @param shapes what the definitions of each resource are made of
 * @param envelope the member that holds the items of a list; {@code null} where a list is a bare array
 * @param priorityMember the member that holds the uids of the priority order
 * @param keySite where definitions refer to attributes by their keys, if they do
 * @param uidSites where definitions refer to others by their uids
 * @param rules the rules of definitions, by resource, where they have a fixed form
 * @param typeMember the member of an attribute that holds its data type, if attributes have one
 * @param quota how many definitions of a kind the service allows in a project unless more was agreed on
 * @param reservedUids words that mean something else where a uid may stand in a path, so that they address no definition
 * @param indexQueries what a list needs to contain all definitions that can be referred to, by resource
 * @param parameters the parameters of queries that options set
 * @param paging how a list is read that comes a page at a time, if there is one
 * @param answers what its answers are recognized by
 */
public record Dialect(String name, List<Call> calls, Map<Resource, Shape> shapes, @Nullable String envelope, String priorityMember,
        Optional<KeySite> keySite, List<UidSite> uidSites, Map<Resource, Rules> rules, Optional<String> typeMember, int quota,
        Set<String> reservedUids, Map<Resource, Query> indexQueries, List<Parameter> parameters, Optional<Paging> paging,
        Answers answers) {

    /** The dialect of the published API description, and the default. */
    public static final Dialect CONTRACT = ContractDialect.table();

    /** The dialect of the service at its host names, as far as public material shows it. */
    public static final Dialect LIVE = LiveDialect.table();

    /**
     * Where a text is the key of an attribute.
     *
     * @param within the member of a definition below which it stands, at any depth
     * @param member the member whose value it is
     */
    public record KeySite(String within, String member) {}

    /**
     * Where a text is the uid of another definition.
     *
     * @param resource what it is the uid of
     * @param path the last names of its path, at any depth; {@code *} stands for any item of a list
     * @param beside other members of the same object by which such an object is recognized, with their values
     */
    public record UidSite(Resource resource, List<String> path, Map<String, String> beside) {

        /** @param path as in <code>variants/*&#47;audiences/*</code> */
        static UidSite of(Resource resource, String path) {
            return new UidSite(resource, List.of(path.split("/")), Map.of());
        }
    }

    /**
     * Rules in a tree, each of which has a condition.
     *
     * @param condition the member of a rule that holds its condition
     * @param conditions those that are known; the service may have more
     * @param quota how many rules a definition may have unless more was agreed on
     * @param most how many it may have at most
     */
    public record Rules(String condition, Set<String> conditions, int quota, int most) {}

    /** The dialect where nothing says which one it is. */
    public static Dialect byDefault() {
        return CONTRACT;
    }

    /** All dialects. */
    public static List<Dialect> all() {
        return List.of(CONTRACT, LIVE);
    }

    /** The dialect of that name, in any case. */
    public static Optional<Dialect> named(String name) {
        return all().stream().filter(dialect -> dialect.name.equalsIgnoreCase(name)).findFirst();
    }

    /** The call that executes an operation, if the service has one for it. */
    public Optional<Call> call(Resource resource, Operation operation) {
        for (Call call : calls) {
            if (call.resource() == resource && call.operation() == operation) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    /** Its name tells it from others. The whole table would be read for each look into a cache. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Whether anything can be done with the resource. */
    public boolean offers(Resource resource) {
        return !operations(resource).isEmpty();
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
            case activate, pause -> call(resource, Operation.updateVersion).isPresent();
            case plan, apply, export, unused -> resource == Resource.project;
            default -> false;
        };
    }

    /** Whether the service has definitions of this kind, with a natural key. */
    private boolean isKept(Resource resource) {
        return resource.parts().equals(List.of(resource)) && call(resource, Operation.list).isPresent();
    }

    /** What the definitions of a resource are made of. */
    public Shape shape(Resource resource) {
        return shapes.getOrDefault(resource, Shape.NONE);
    }

    /** The rules in definitions of a resource, where they have a fixed form. */
    public Optional<Rules> rulesOf(Resource resource) {
        return Optional.ofNullable(rules.get(resource));
    }

    /** What a list of the resource needs to contain all definitions that can be referred to. */
    public Query indexQuery(Resource resource) {
        return indexQueries.getOrDefault(resource, Query.NONE);
    }

    /** The parameters that a call takes, in the order in which they are sent. */
    public List<Parameter> parameters(Call call) {
        return parameters.stream().filter(parameter -> parameter.isOf(call)).toList();
    }

    /** How the list of a call is read, if it comes a page at a time. */
    public Optional<Paging> paging(Call call) {
        return paging.filter(pages -> pages.resource() == call.resource());
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
