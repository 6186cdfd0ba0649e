// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.spi.TypeConverterRegistry;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Converts the component's values to JSON, and JSON and maps to the model records. Conversions of anything else are left alone. */
@Converter(generateLoader = true)
public final class ModelConverter {

    private static final Set<Class<?>> RECORDS = Set.of(Attribute.class, Audience.class, Event.class, Experience.class, Variant.class,
            ExperiencePriority.class, GeoItem.class, Definition.class);

    private ModelConverter() {}

    @Converter
    public static String toString(JsonDocument document) {
        return document.toJson().toString();
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
            String text = value instanceof byte[] bytes
                    ? new String(bytes, UTF_8)
                    : value instanceof CharSequence || value instanceof InputStream
                            ? exchange.getContext().getTypeConverter().convertTo(String.class, exchange, value)
                            : null;
            return text == null ? null : Json.bind(Json.read(text), type);
        } catch (IllegalArgumentException | JsonFault e) {
            throw new TypeConversionException(value, type, e);
        }
    }
}
