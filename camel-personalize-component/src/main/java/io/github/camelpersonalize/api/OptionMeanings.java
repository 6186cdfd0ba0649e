// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import static io.github.camelpersonalize.api.Operation.apply;
import static io.github.camelpersonalize.api.Operation.create;
import static io.github.camelpersonalize.api.Operation.delete;
import static io.github.camelpersonalize.api.Operation.get;
import static io.github.camelpersonalize.api.Operation.plan;
import static io.github.camelpersonalize.api.Operation.update;
import static io.github.camelpersonalize.api.Operation.updatePriority;
import static io.github.camelpersonalize.api.Operation.upsert;
import static java.util.stream.Collectors.joining;

/**
 * Which options mean something for which operation. One that an endpoint sets and that means nothing there is refused: its author relies on what does
 * not happen. As a default of the component it is no error.
 */
public final class OptionMeanings {

    /** The operations of each option that does not mean something for all; none for options of consumers. */
    private static final Map<String, Set<Operation>> OPERATIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("uid", EnumSet.of(get, update, delete)),
            Map.entry("key", EnumSet.of(get, update, delete)),
            Map.entry("failOn", EnumSet.of(create, update, upsert, delete, apply)),
            Map.entry("onConflict", EnumSet.of(upsert, plan, apply)),
            Map.entry("tombstone", EnumSet.of(create, update, upsert)),
            Map.entry("versionField", EnumSet.of(upsert)),
            Map.entry("indexTtl", EnumSet.of(upsert)),
            Map.entry("prune", EnumSet.of(plan, apply)),
            Map.entry("maxDeletes", EnumSet.of(plan, apply)),
            Map.entry("owner", EnumSet.of(plan, apply)),
            Map.entry("pruneWhenBlocked", EnumSet.of(plan, apply)),
            Map.entry("validate", EnumSet.of(create, update, upsert, updatePriority, plan, apply)),
            Map.entry("emitInitial", EnumSet.noneOf(Operation.class)),
            Map.entry("changes", EnumSet.noneOf(Operation.class))));

    /** Manifests have neither tombstones nor versions. */
    private static final Set<String> OF_RECORDS = Set.of("tombstone", "versionField");

    private OptionMeanings() {}

    /** Why one of these options means nothing for the operation, if one does. */
    public static Optional<String> fault(Set<String> options, Resource resource, Operation operation) {
        return named(options).filter(option -> !isUsed(option, resource, operation)).findFirst()
                .map(option -> "the option " + option + " means nothing for operation=" + operation + of(resource) + "; " + advice(option));
    }

    /** Why one of these options means nothing for a consumer, if one does. */
    public static Optional<String> consumerFault(Set<String> options) {
        return named(options).filter(option -> !OPERATIONS.get(option).isEmpty()).findFirst()
                .map(option -> "the option " + option + " means nothing for a consumer; " + advice(option));
    }

    /** Camel reads names of options in any case, and with dashes. */
    private static Stream<String> named(Set<String> options) {
        List<String> plain = options.stream().map(OptionMeanings::plain).toList();
        return OPERATIONS.keySet().stream().filter(option -> plain.contains(plain(option)));
    }

    private static String plain(String option) {
        return option.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isUsed(String option, Resource resource, Operation operation) {
        return OPERATIONS.get(option).contains(operation) && !(resource == Resource.project && OF_RECORDS.contains(option));
    }

    private static String of(Resource resource) {
        return resource == Resource.project ? " of a project" : "";
    }

    private static String advice(String option) {
        return "it is for " + places().get(option) + ": remove it";
    }

    /** What each option is for, in words. */
    static Map<String, String> places() {
        Map<String, String> places = new TreeMap<>();
        OPERATIONS.forEach((option, operations) -> places.put(option, place(operations) + records(option)));
        return places;
    }

    private static String place(Set<Operation> operations) {
        return operations.isEmpty() ? "consumers" : operations.stream().map(Operation::name).collect(joining(", "));
    }

    private static String records(String option) {
        return OF_RECORDS.contains(option) ? " of attributes, audiences, events and experiences" : "";
    }
}
