// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.model.Audience;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Event;
import io.github.camelpersonalize.model.Experience;
import io.github.camelpersonalize.model.ExperiencePriority;
import io.github.camelpersonalize.model.GeoItem;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.model.JsonLimits;
import io.github.camelpersonalize.model.Variant;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.spi.TypeConverterRegistry;

/** Converts the component's values to JSON, and JSON and maps to the model records. Conversions of anything else are left alone. */
@Converter(generateLoader = true)
public final class ModelConverter {

    private static final Set<Class<?>> RECORDS = Set.of(Attribute.class, Audience.class, Event.class, Experience.class, Variant.class,
            ExperiencePriority.class, GeoItem.class, Definition.class);

    private ModelConverter() {}

    @Converter
    public static String toString(JsonDocument document) {
        return document.toText();
    }

    @Converter
    public static byte[] toByteArray(JsonDocument document) {
        return Json.bytes(document.toJson());
    }

    @Converter
    public static InputStream toInputStream(JsonDocument document) {
        return new ByteArrayInputStream(toByteArray(document));
    }

    @Converter
    public static JsonNode toJsonNode(JsonDocument document) {
        return document.toJson();
    }

    /** A definition is a map too, and of maps camel-jackson makes trees whose decimals lose their trailing zeros. */
    @Converter
    public static JsonNode toJsonNode(Definition definition) {
        return definition.toJson();
    }

    /** To a model record, from whatever holds its JSON. */
    @Converter(fallback = true)
    public static Object toRecord(Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (!RECORDS.contains(type)) {
            return null;
        }
        try {
            if (value instanceof Map<?, ?> || value instanceof JsonNode || value instanceof JsonDocument) {
                return Json.bind(value, type);
            }
            return value instanceof CharSequence text
                    ? Json.bind(Json.read(text), type)
                    : value instanceof byte[] bytes
                            ? Json.bind(Json.read(bytes), type)
                            : value instanceof InputStream stream
                                    ? Json.bind(Json.read(stream.readNBytes(JsonLimits.MAX_BODY)), type)
                                    : null;
        } catch (IllegalArgumentException | IOException | JsonException e) {
            throw new TypeConversionException(value, type, e);
        }
    }
}
