// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge.manifest;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Short ways to read documents in tests. */
final class Documents {

    static final ManifestReader READER = new ManifestReader(Dialect.CONTRACT);

    private Documents() {}

    /** What a document says that must be a manifest. */
    static Manifest manifest(String text) {
        return manifest(READER.read(text, null));
    }

    static Manifest manifest(Reading reading) {
        assertThat(reading).as(reading.toString()).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).manifest();
    }

    /** All that is wrong with a document, a line a fault. */
    static List<String> faults(String text) {
        return faults(READER.read(text, "project.yaml"));
    }

    static List<String> faults(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Faulty.class);
        return ((Reading.Faulty) reading).faults().stream().map(Fault::toString).toList();
    }

    static JsonNode json(String text) {
        return Json.read(text);
    }

    /** An audience whose rules are these. */
    static Entry audience(String name, String rules) {
        ObjectNode definition = (ObjectNode) json("{\"name\": \"" + name + "\", \"rules\": " + rules + "}");
        return new Entry(Resource.audiences, name, definition, Position.unknown(null));
    }
}
