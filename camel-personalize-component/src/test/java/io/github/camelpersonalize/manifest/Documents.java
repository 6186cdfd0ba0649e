// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.document.Position;
import io.github.camelpersonalize.model.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Short ways to read documents in tests. */
public final class Documents {

    static final ManifestReader READER = new ManifestReader(Dialect.CONTRACT);

    private Documents() {}

    /** The manifest of a valid document. */
    static Manifest manifest(String text) {
        return manifest(READER.read(text, null));
    }

    static Manifest manifest(ParseResult reading) {
        assertThat(reading).as(reading.toString()).isInstanceOf(ParseResult.Parsed.class);
        return ((ParseResult.Parsed) reading).manifest();
    }

    /** All errors of a document, a line each. */
    static List<String> faults(String text) {
        return faults(READER.read(text, "project.yaml"));
    }

    static List<String> faults(ParseResult reading) {
        assertThat(reading).isInstanceOf(ParseResult.Invalid.class);
        return ((ParseResult.Invalid) reading).diagnostics().stream().map(Diagnostic::toString).toList();
    }

    public static JsonNode json(String text) {
        return Json.read(text);
    }

    /** An audience whose rules are these. */
    static Entry audience(String name, String rules) {
        ObjectNode definition = (ObjectNode) json("{\"name\": \"" + name + "\", \"rules\": " + rules + "}");
        return new Entry(Resource.audiences, name, definition, Position.unknown(null));
    }
}
