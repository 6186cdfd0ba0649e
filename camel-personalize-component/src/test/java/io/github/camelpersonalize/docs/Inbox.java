// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.builder.RouteBuilder;

/** What surrounds the routes that read a file: the file, and where what was created goes. */
final class Inbox {

    private Inbox() {}

    static void put(Path inbox) throws IOException {
        Files.writeString(inbox.resolve("attributes.jsonl"), """
                {"key": "age", "name": "Age", "data_type": "number"}
                {"key": "city", "name": "City", "data_type": "string"}
                """);
    }

    static RouteBuilder created() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:created").to("mock:created");
            }
        };
    }
}
