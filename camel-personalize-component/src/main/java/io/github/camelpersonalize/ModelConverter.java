// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.change.Change;
import io.github.camelpersonalize.change.ChangeText;
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
import org.apache.camel.Message;
import org.apache.camel.TypeConversionException;
import org.apache.camel.spi.TypeConverterRegistry;
import org.jspecify.annotations.Nullable;

/** Converts the component's values to JSON, and JSON and maps to the model records. All other conversions are left to Camel. */
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
        return document.toBytes();
    }

    @Converter
    public static InputStream toInputStream(JsonDocument document) {
        return new ByteArrayInputStream(toByteArray(document));
    }

    @Converter
    public static JsonNode toJsonNode(JsonDocument document) {
        return document.toJson();
    }

    /** A definition is also a map, and camel-jackson converts maps to trees whose decimals lose their trailing zeros. */
    @Converter
    public static JsonNode toJsonNode(Definition definition) {
        return definition.toJson();
    }

    /** What a consumer delivers, as people read it. */
    @Converter
    public static ChangeText toChangeText(Definition definition, Exchange exchange) {
        Message message = exchange.getMessage();
        Optional<Resource> resource = Resource.ofKind(message.getHeader(PersonalizeConstants.KIND, String.class));
        Optional<Change.Type> type = Optional.ofNullable(message.getHeader(PersonalizeConstants.CHANGE, String.class))
                .flatMap(Change.Type::named);
        if (resource.isEmpty() || type.isEmpty()) {
            throw new IllegalArgumentException("only what a consumer of personalize delivers converts to a text of the change: the headers "
                    + PersonalizeConstants.CHANGE + " and " + PersonalizeConstants.KIND + " are missing or wrong");
        }
        Dialect dialect = exchange.getFromEndpoint() instanceof PersonalizeEndpoint endpoint ? endpoint.dialect() : Dialect.byDefault();
        Definition previous = message.getHeader(PersonalizeConstants.PREVIOUS, Definition.class);
        return new Change(type.get(), resource.get(), message.getHeader(PersonalizeConstants.UID, String.class), definition.toJson(),
                previous == null ? null : previous.toJson()).text(dialect);
    }

    /** To a model record, from any value that holds its JSON. */
    @Converter(fallback = true)
    public static @Nullable Object toRecord(Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (!RECORDS.contains(type)) {
            return null;
        }
        try {
            if (value instanceof Map<?, ?> || value instanceof JsonNode || value instanceof JsonDocument) {
                return Json.bind(value, type);
            }
            JsonNode read = read(value);
            return read == null ? null : Json.bind(read, type);
        } catch (IllegalArgumentException | IOException | JsonException e) {
            throw new TypeConversionException(value, type, e);
        }
    }

    private static @Nullable JsonNode read(Object value) throws IOException {
        if (value instanceof CharSequence text) {
            JsonLimits.requireBody(text.length());
            return Json.read(text);
        }
        byte[] bytes = value instanceof InputStream stream ? stream.readNBytes(JsonLimits.MAX_BODY + 1) : null;
        if (value instanceof byte[] given) {
            bytes = given;
        }
        if (bytes == null) {
            return null;
        }
        JsonLimits.requireBody(bytes.length);
        return Json.read(bytes);
    }
}
