// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What the rules find in the tree of a message, as text: by looking up each member, in any order, as a reader of tokens cannot do. */
final class TreeObservations {

    private final boolean flattens;
    private final List<String> found = new ArrayList<>();

    private TreeObservations(boolean flattens) {
        this.flattens = flattens;
    }

    static List<String> of(JsonNode message, boolean flattens) {
        TreeObservations observations = new TreeObservations(flattens);
        String fault = observations.document(message);
        return fault == null ? observations.found : List.of(fault);
    }

    private String document(JsonNode message) {
        JsonNode batch = message.path("batch");
        if (!batch.isArray() || message.has("type")) {
            return message(message, "");
        }
        String fault = null;
        for (int i = 0; i < batch.size() && fault == null; i++) {
            fault = message(batch.get(i), "/batch/" + i);
        }
        return fault;
    }

    private String message(JsonNode message, String at) {
        JsonNode payload = message.path("httpPayload");
        return payload.isObject() ? call(payload, at + "/httpPayload") : call(message, at);
    }

    private String call(JsonNode call, String at) {
        if (!call.isObject()) {
            return at + " must be an object";
        }
        switch (call.path("type").asText().toLowerCase(Locale.ROOT)) {
            case "identify", "group" -> traits(call.path("traits"), "traits");
            case "track" -> {
                if (!isName(call.path("event"))) {
                    return at + "/event must be the name of an event";
                }
                found.add("event " + call.path("event").textValue());
            }
            case "page" -> page(call, "Page");
            case "screen" -> page(call, "Screen");
            case "alias" -> {
                // Nothing is inferred from it.
            }
            default -> {
                return at + "/type must be one of identify, track, page, screen, group, alias";
            }
        }
        traits(call.path("context").path("traits"), "context.traits");
        return null;
    }

    private void page(JsonNode call, String kind) {
        String name = Stream.of(call.path("name"), call.path("properties").path("name")).filter(TreeObservations::isName).findFirst()
                .map(text -> text.textValue().strip() + " ").orElse("");
        found.add("event Viewed " + name + kind);
    }

    private void traits(JsonNode traits, String place) {
        if (traits.isObject()) {
            members(traits, "");
        } else if (!traits.isMissingNode() && !traits.isNull() && !(traits.isArray() && traits.isEmpty())
                && !found.contains("no " + place)) {
            found.add("no " + place);
        }
    }

    private void members(JsonNode object, String prefix) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = member.getValue();
            if (value.isNumber() || value.isBoolean() || isName(value)) {
                found.add("trait " + prefix + member.getKey() + " " + type(value));
            } else if (value.isObject() && flattens) {
                members(value, prefix + member.getKey() + "_");
            }
        }
    }

    private static TraitType type(JsonNode value) {
        if (value.isTextual()) {
            return IsoDate.is(value.textValue()) ? TraitType.DATE : TraitType.STRING;
        }
        return value.isNumber() ? TraitType.NUMBER : TraitType.BOOLEAN;
    }

    private static boolean isName(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }
}
