// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import static io.github.camelpersonalize.api.Operation.activate;
import static io.github.camelpersonalize.api.Operation.apply;
import static io.github.camelpersonalize.api.Operation.create;
import static io.github.camelpersonalize.api.Operation.createVersion;
import static io.github.camelpersonalize.api.Operation.delete;
import static io.github.camelpersonalize.api.Operation.deleteVersion;
import static io.github.camelpersonalize.api.Operation.export;
import static io.github.camelpersonalize.api.Operation.get;
import static io.github.camelpersonalize.api.Operation.getSummary;
import static io.github.camelpersonalize.api.Operation.getTimeSeries;
import static io.github.camelpersonalize.api.Operation.list;
import static io.github.camelpersonalize.api.Operation.listVersions;
import static io.github.camelpersonalize.api.Operation.pause;
import static io.github.camelpersonalize.api.Operation.plan;
import static io.github.camelpersonalize.api.Operation.update;
import static io.github.camelpersonalize.api.Operation.updatePriority;
import static io.github.camelpersonalize.api.Operation.updateVersion;
import static io.github.camelpersonalize.api.Operation.upsert;
import static java.util.stream.Collectors.joining;

/**
 * Which options mean something for which operation. One that an endpoint sets and that means nothing there is refused: its author relies on what does
 * not happen. As a default of the component it is no error.
 */
public final class OptionMeanings {

    private static final Set<Operation> OF_ONE = EnumSet.of(get, update, delete, listVersions, createVersion, updateVersion, deleteVersion,
            activate, pause, getSummary, getTimeSeries);

    /** Manifests have neither tombstones nor versions. */
    private static final Set<Resource> RECORDS = EnumSet.of(Resource.attributes, Resource.audiences, Resource.events, Resource.experiences);

    /** The uses of each option that does not mean something for all operations. */
    private static final Map<String, Use> USES = uses();

    /**
     * What an option is for.
     *
     * @param operations none for options of consumers
     * @param resources none where the operations say it all
     */
    private record Use(Set<Operation> operations, Set<Resource> resources) {

        private static Use of(Operation first, Operation... more) {
            return new Use(EnumSet.of(first, more), Set.of());
        }

        private boolean covers(Resource resource, Operation operation) {
            return operations.contains(operation) && (resources.isEmpty() || resources.contains(resource));
        }

        /** Of this and of another operation. */
        private Use and(Use other) {
            Set<Operation> all = EnumSet.copyOf(operations);
            all.addAll(other.operations);
            return new Use(all, resources);
        }

        private String words() {
            if (operations.isEmpty()) {
                return "consumers";
            }
            String what = operations.stream().sorted().map(Operation::name).collect(joining(", "));
            return resources.isEmpty() ? what : what + " of " + list(resources);
        }

        private static String list(Set<Resource> resources) {
            List<String> names = resources.stream().sorted(Comparator.naturalOrder()).map(Resource::name).toList();
            int last = names.size() - 1;
            return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
        }
    }

    private OptionMeanings() {}

    private static Map<String, Use> uses() {
        Map<String, Use> uses = new TreeMap<>(Map.ofEntries(
                Map.entry("uid", new Use(OF_ONE, Set.of())),
                Map.entry("key", new Use(OF_ONE, Set.of())),
                Map.entry("versionUid", Use.of(updateVersion, deleteVersion, activate, pause, getSummary, getTimeSeries)),
                Map.entry("waitForSync", Use.of(activate)),
                Map.entry("organizationUid", new Use(EnumSet.of(list, create, update, delete), EnumSet.of(Resource.projects))),
                Map.entry("failOn", Use.of(create, update, upsert, delete, apply)),
                Map.entry("onConflict", Use.of(upsert, plan, apply)),
                Map.entry("tombstone", new Use(EnumSet.of(create, update, upsert), RECORDS)),
                Map.entry("versionField", new Use(EnumSet.of(upsert), RECORDS)),
                Map.entry("indexTtl", Use.of(upsert)),
                Map.entry("prune", Use.of(plan, apply)),
                Map.entry("maxDeletes", Use.of(plan, apply)),
                Map.entry("owner", Use.of(plan, apply)),
                Map.entry("pruneWhenBlocked", Use.of(plan, apply)),
                Map.entry("validate", Use.of(create, update, upsert, updatePriority, createVersion, updateVersion, plan, apply, export)),
                Map.entry("emitInitial", new Use(Set.of(), Set.of())), Map.entry("ownChanges", new Use(Set.of(), Set.of())),
                Map.entry("changes", new Use(Set.of(), Set.of()))));
        Map<String, Use> parameters = new TreeMap<>();
        Dialect.all().stream().flatMap(dialect -> dialect.parameters().stream()).forEach(parameter -> parameters
                .merge(parameter.option(), new Use(parameter.operations(), Set.of(parameter.resource())), Use::and));
        parameters.forEach(uses::putIfAbsent);
        return uses;
    }

    /** Why one of these options means nothing for the operation in the dialect, if one does. */
    public static Optional<String> fault(Set<String> options, Dialect dialect, Resource resource, Operation operation) {
        return named(options).filter(option -> !use(option).covers(resource, operation)).findFirst()
                .map(option -> "the option " + option + " means nothing for operation=" + operation + of(option, resource, operation)
                        + "; " + advice(option))
                .or(() -> named(options).filter(option -> isOfOthers(option, dialect)).findFirst().map(OptionMeanings::otherDialect));
    }

    /** Why one of these options means nothing for a consumer, if one does. */
    public static Optional<String> consumerFault(Set<String> options) {
        return named(options).filter(option -> !use(option).operations().isEmpty()).findFirst()
                .map(option -> "the option " + option + " means nothing for a consumer; " + advice(option));
    }

    private static Use use(String option) {
        return Objects.requireNonNull(USES.get(option), option);
    }

    /** Camel reads names of options in any case, and with dashes. */
    private static Stream<String> named(Set<String> options) {
        List<String> plain = options.stream().map(OptionMeanings::plain).toList();
        return USES.keySet().stream().filter(option -> plain.contains(plain(option)));
    }

    private static String plain(String option) {
        return option.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Whether only other dialects send the option. */
    private static boolean isOfOthers(String option, Dialect dialect) {
        return !sends(dialect, option) && Dialect.all().stream().anyMatch(other -> sends(other, option));
    }

    private static boolean sends(Dialect dialect, String option) {
        return dialect.parameters().stream().anyMatch(parameter -> parameter.option().equals(option));
    }

    private static String otherDialect(String option) {
        String others = Dialect.all().stream().filter(other -> sends(other, option)).map(Dialect::name).collect(joining(" or "));
        return "the option " + option + " needs dialect=" + others + ": set that, or remove the option";
    }

    private static String of(String option, Resource resource, Operation operation) {
        if (resource == Resource.project) {
            return " of a project";
        }
        return use(option).operations().contains(operation) ? " of " + resource : "";
    }

    private static String advice(String option) {
        return "it is for " + places().get(option) + ": remove it";
    }

    /** What each option is for, in words. */
    static Map<String, String> places() {
        Map<String, String> places = new TreeMap<>();
        USES.forEach((option, use) -> places.put(option, use.words()));
        return places;
    }
}
