// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.PersonalizeComponent;

/**
 * The component's entry in Camel's catalogue. It is written from the component's source, so that what is configured here is what the component of the
 * same build has.
 *
 * @param options
 *            of the component, in the catalogue's order
 */
record Catalogue(List<Option> options) {

    private static final String ENTRY = "/META-INF/io/github/camelpersonalize/personalize.json";

    /** The entry of the component on the class path. */
    static Catalogue read() {
        try (InputStream json = PersonalizeComponent.class.getResourceAsStream(ENTRY)) {
            return of(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + ENTRY, e);
        }
    }

    private static Catalogue of(JsonNode entry) {
        List<Option> options = new ArrayList<>();
        entry.path("componentProperties").properties().forEach(field -> options.add(new Option(field.getKey(), field.getValue())));
        return new Catalogue(List.copyOf(options));
    }
}
