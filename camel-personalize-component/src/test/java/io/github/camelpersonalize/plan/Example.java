// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.github.camelpersonalize.model.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Plans to be shown. */
final class Example {

    private Example() {}

    /** Every action, every form of value, and hostile texts. */
    static Plan everything() {
        String lorem = "Lorem ipsum dolor sit amet, consectetur adipiscing elit. ".repeat(200).substring(0, 9_990);
        String json = text("everything.json").replace("{{long before}}", lorem + "the old end")
                .replace("{{long after}}", lorem + "the new end").replace("{{no place to break}}", "x".repeat(10_000));
        return Plan.of(Json.read(json));
    }

    /** A file of this package's. */
    static String text(String file) {
        try (InputStream in = Example.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
