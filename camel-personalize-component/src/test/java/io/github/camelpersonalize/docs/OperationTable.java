// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;

/** What can be done with what, from the tables of the dialects. */
final class OperationTable {

    private static final String NOT_OFFERED = "–";

    /** One operation of one resource, with its request in each dialect. */
    record Row(Resource resource, Operation operation, String contract, String live, String in, String out) {}

    List<Row> rows() {
        return Stream.of(Resource.values())
                .flatMap(resource -> Stream.of(Operation.values()).filter(operation -> isOffered(resource, operation))
                        .map(operation -> row(resource, operation)))
                .toList();
    }

    private static boolean isOffered(Resource resource, Operation operation) {
        return Dialect.all().stream().anyMatch(dialect -> dialect.offers(resource, operation));
    }

    /** In full, for the component's page. */
    String asciiDoc() {
        return ComponentPage.table("[width=\"100%\",cols=\"2,2,4,4,3,3\",options=\"header\"]",
                "Resource | Operation | `dialect=contract` | `dialect=live` | In | Out",
                rows().stream()
                        .map(row -> "| `%s` | `%s` | %s | %s | %s | %s".formatted(row.resource(), row.operation(), row.contract(),
                                row.live(),
                                row.in(), row.out())));
    }

    /** In short, for the README. */
    String markdown() {
        return Stream.of(Resource.values()).map(OperationTable::markdown)
                .collect(Collectors.joining("\n", "| Resource | Operations | More with `dialect=live` |\n| --- | --- | --- |\n", "\n"));
    }

    private static String markdown(Resource resource) {
        List<Operation> operations = Dialect.CONTRACT.operations(resource);
        List<Operation> more = Dialect.LIVE.operations(resource).stream().filter(operation -> !operations.contains(operation)).toList();
        return "| `%s` | %s | %s |".formatted(resource, names(operations), names(more));
    }

    private static Row row(Resource resource, Operation operation) {
        return new Row(resource, operation, request(Dialect.CONTRACT, resource, operation), request(Dialect.LIVE, resource, operation),
                in(resource, operation), out(resource, operation));
    }

    private static String request(Dialect dialect, Resource resource, Operation operation) {
        if (!dialect.offers(resource, operation)) {
            return NOT_OFFERED;
        }
        return dialect.call(resource, operation).map(call -> "`+%s %s+`".formatted(call.verb(), call.path()))
                .orElseGet(() -> switch (operation) {
                    case get -> "`+GET %s+`, and picks from it".formatted(dialect.call(resource, Operation.list).orElseThrow().path());
                    case upsert -> "lists what it does not know, and writes what differs";
                    case activate, pause -> request(dialect, resource, Operation.updateVersion) + " with the other status";
                    case plan -> "lists the kinds that the manifest names";
                    case apply -> "lists those kinds, and writes what differs";
                    case export -> "lists everything";
                    case unused -> dialect.call(Resource.experiences, Operation.listVersions).isPresent()
                            ? "lists everything, and the versions of each experience"
                            : "lists everything";
                    default -> throw new IllegalArgumentException(operation + " has no request");
                });
    }

    private static String in(Resource resource, Operation operation) {
        return switch (operation) {
            case list, getPriority, listRegions, listCountries, listCities, export, unused -> "nothing; the body is not read";
            case get, delete -> "its uid or " + resource.naturalKey();
            case create -> "the " + resource.kind() + ", or a batch";
            case upsert ->
                resource == Resource.project ? "a manifest or a fragment of one, or a batch" : "the " + resource.kind() + ", or a batch";
            case update -> "the whole " + resource.kind() + ", or a batch";
            case updatePriority -> "all uids of experiences, the highest priority first";
            case listVersions, getSummary, getTimeSeries -> "its uid or " + resource.naturalKey();
            case createVersion -> "its uid or " + resource.naturalKey() + ", and the version";
            case updateVersion ->
                "its uid or " + resource.naturalKey() + ", the version's uid or none for the draft, and the whole version";
            case deleteVersion, activate, pause ->
                "its uid or " + resource.naturalKey() + ", and the version's uid, or none for the usual one";
            case plan -> "a manifest";
            case apply -> "a manifest, or a plan";
        };
    }

    private static String out(Resource resource, Operation operation) {
        return switch (operation) {
            case list -> "a list of " + resource;
            case listRegions, listCountries, listCities -> "a list of places";
            case get -> "the " + resource.kind();
            case upsert ->
                resource == Resource.project ? "a report" : "the " + resource.kind() + " as the service holds it; of a batch, a report";
            case create, update -> "the " + resource.kind() + " as the service holds it; of a batch, a report";
            case delete -> "an empty body; of a batch, a report";
            case listVersions -> "a list of versions";
            case createVersion, updateVersion, activate, pause -> "the version";
            case deleteVersion -> "an empty body";
            case getSummary, getTimeSeries -> "the response, untouched";
            case getPriority, updatePriority -> "the priority order";
            case plan -> "a plan";
            case apply -> "a report";
            case export -> "a manifest";
            case unused -> "the definitions that nothing refers to";
        };
    }

    private static String names(List<Operation> operations) {
        return operations.stream().map(operation -> "`" + operation + "`").collect(Collectors.joining(" "));
    }
}
