// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;

/** What can be done with what, from the dialect's own table. */
final class OperationTable {

    private final Dialect dialect = Dialect.CONTRACT;

    /** One operation of one resource. */
    record Row(Resource resource, Operation operation, String request, String in, String out) {}

    List<Row> rows() {
        return Stream.of(Resource.values())
                .flatMap(resource -> dialect.operations(resource).stream().map(operation -> row(resource, operation))).toList();
    }

    /** In full, for the component's page. */
    String asciiDoc() {
        return ComponentPage.table("[width=\"100%\",cols=\"2,2,4,4,4\",options=\"header\"]", "Resource | Operation | Request | In | Out",
                rows().stream()
                        .map(row -> "| `%s` | `%s` | %s | %s | %s".formatted(row.resource(), row.operation(), row.request(), row.in(),
                                row.out())));
    }

    /** In short, for the README. */
    String markdown() {
        return Stream.of(Resource.values()).filter(resource -> !dialect.operations(resource).isEmpty())
                .map(resource -> "| `%s` | %s |".formatted(resource, names(dialect.operations(resource))))
                .collect(Collectors.joining("\n", "| Resource | Operations |\n| --- | --- |\n", "\n"));
    }

    private Row row(Resource resource, Operation operation) {
        return new Row(resource, operation, request(resource, operation), in(resource, operation), out(resource, operation));
    }

    private String request(Resource resource, Operation operation) {
        return dialect.call(resource, operation).map(call -> "`+%s %s+`".formatted(call.verb(), call.path()))
                .orElseGet(() -> switch (operation) {
                    case get -> "`+GET %s+`, and picks from it".formatted(dialect.call(resource, Operation.list).orElseThrow().path());
                    case upsert -> "lists what it does not know, and writes what differs";
                    case plan -> "lists the kinds that the manifest names";
                    case apply -> "lists those kinds, and writes what differs";
                    case export -> "lists everything";
                    default -> throw new IllegalArgumentException(operation + " has no request");
                });
    }

    private static String in(Resource resource, Operation operation) {
        return switch (operation) {
            case list, getPriority, listRegions, listCountries, listCities, export -> "nothing; the body is not read";
            case get, delete -> "its uid or " + resource.naturalKey();
            case create -> "the " + resource.kind() + ", or a batch";
            case upsert ->
                resource == Resource.project ? "a manifest or a fragment of one, or a batch" : "the " + resource.kind() + ", or a batch";
            case update -> "the whole " + resource.kind() + ", or a batch";
            case updatePriority -> "all uids of experiences, the highest priority first";
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
            case getPriority, updatePriority -> "the priority order";
            case plan -> "a plan";
            case apply -> "a report";
            case export -> "a manifest";
        };
    }

    private static String names(List<Operation> operations) {
        return operations.stream().map(operation -> "`" + operation + "`").collect(Collectors.joining(" "));
    }
}
