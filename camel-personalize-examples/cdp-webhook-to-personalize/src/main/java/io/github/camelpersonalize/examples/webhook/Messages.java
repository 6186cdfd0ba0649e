// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Body;

/** What messages of the Segment spec imply: each simple trait of an {@code identify} an attribute, the name in a {@code track} an event. */
public final class Messages {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final int maxBody;

    /**
     * Reads messages up to a size.
     *
     * @param maxBody
     *            in bytes
     */
    public Messages(int maxBody) {
        this.maxBody = maxBody;
    }

    /** The definitions that a message implies. */
    public List<Implied> read(@Body InputStream body) throws IOException, BadMessageException {
        JsonNode message = parse(bounded(body));
        return switch (message.path("type").asText()) {
            case "identify" -> attributes(message.path("traits"));
            case "track" -> List.of(event(message.path("event")));
            case "page", "screen", "group", "alias" -> List.of();
            default -> throw new BadMessageException(400, "type must be one of identify, track, page, screen, group, alias");
        };
    }

    private byte[] bounded(InputStream body) throws IOException, BadMessageException {
        byte[] bytes = body == null ? new byte[0] : body.readNBytes(maxBody + 1);
        if (bytes.length > maxBody) {
            throw new BadMessageException(413, "the message has more than " + maxBody + " bytes");
        }
        return bytes;
    }

    private static JsonNode parse(byte[] bytes) throws IOException, BadMessageException {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new BadMessageException(400,
                    "the message is not JSON, see line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr());
        }
    }

    private static List<Implied> attributes(JsonNode traits) throws BadMessageException {
        if (!traits.isObject()) {
            throw new BadMessageException(400, "traits must be an object");
        }
        List<Implied> implied = new ArrayList<>();
        traits.properties()
                .forEach(trait -> dataType(trait.getValue()).ifPresent(type -> implied.add(Implied.attribute(trait.getKey(), type))));
        return implied;
    }

    /** None for what has parts or is not there. */
    private static Optional<String> dataType(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> Optional.of("string");
            case NUMBER -> Optional.of("number");
            case BOOLEAN -> Optional.of("boolean");
            default -> Optional.empty();
        };
    }

    private static Implied event(JsonNode event) throws BadMessageException {
        String name = event.asText().strip();
        if (!event.isTextual() || name.isEmpty()) {
            throw new BadMessageException(400, "event must be a name");
        }
        return Implied.event(name, name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_"));
    }
}
