// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import io.github.camelpersonalize.api.Dialect;

/** In what dialects differ, from their tables. */
final class DialectTables {

    /** The operations whose requests are not the same. */
    String differences() {
        return ComponentPage.table("[width=\"100%\",cols=\"2,2,4,4\",options=\"header\"]",
                "Resource | Operation | `dialect=contract` | `dialect=live`",
                new OperationTable().rows().stream().filter(row -> !row.contract().equals(row.live())).map(
                        row -> "| `%s` | `%s` | %s | %s".formatted(row.resource(), row.operation(), row.contract(), row.live())));
    }

    /** The errors that are known of any dialect. */
    String errors() {
        return ComponentPage.table("[width=\"100%\",cols=\"4,2,5\",options=\"header\"]", "The service says | Code | What to do",
                Dialect.all().stream().flatMap(dialect -> dialect.answers().errors().stream()).distinct()
                        .map(error -> "| `+%s+` | `%s` | %s".formatted(error.says(), error.code(), error.advice())));
    }
}
