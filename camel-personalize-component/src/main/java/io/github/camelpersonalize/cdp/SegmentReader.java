// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelpersonalize.cdp.SegmentDocument.Call;
import io.github.camelpersonalize.cdp.SegmentDocument.Trait;
import io.github.camelpersonalize.cdp.SegmentDocument.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message of the Segment spec, a batch as sent to the HTTP APIs ({@code {"batch": […]}}), or a message in the envelope of Jitsu's
 * ingest ({@code {"httpPayload": {…}}}), token by token. Members may come in any order, and none is twice. Each message has a reader of its own. Who reads a value leaves
 * the parser at its last token.
 */
final class SegmentReader {

    private final JsonParser parser;
    private final boolean flattens;
    /** The name of the member that was begun last. */
    private String member = "";
    private @Nullable String type;
    private @Nullable String event;
    private @Nullable String name;
    private @Nullable String nameInProperties;
    private Traits traits = Traits.NONE;
    private Traits contextTraits = Traits.NONE;
    private @Nullable Call payload;
    private @Nullable List<SegmentDocument> batch;

    private SegmentReader(JsonParser parser, boolean flattens) {
        this.parser = parser;
        this.flattens = flattens;
    }

    /**
     * Reads a document.
     *
     * @param parser at its first token
     * @param flattens whether the members of a trait that is an object are traits; otherwise such a trait is ignored
     */
    static SegmentDocument read(JsonParser parser, boolean flattens) throws IOException {
        return new SegmentReader(parser, flattens).document();
    }

    private SegmentDocument document() throws IOException {
        if (!isObject()) {
            return SegmentDocument.NONE;
        }
        while (hasMember()) {
            if ("batch".equals(member) && parser.currentToken() == JsonToken.START_ARRAY) {
                batch = batch();
            } else {
                readOfMessage();
            }
        }
        return new SegmentDocument(call(), payload, type == null ? batch : null);
    }

    private List<SegmentDocument> batch() throws IOException {
        List<SegmentDocument> messages = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            messages.add(new SegmentReader(parser, flattens).message());
        }
        return messages;
    }

    private SegmentDocument message() throws IOException {
        if (!isObject()) {
            return SegmentDocument.NONE;
        }
        while (hasMember()) {
            readOfMessage();
        }
        return new SegmentDocument(call(), payload, null);
    }

    private void readOfMessage() throws IOException {
        if ("httpPayload".equals(member)) {
            payload = new SegmentReader(parser, flattens).payload();
        } else {
            readOfCall();
        }
    }

    private @Nullable Call payload() throws IOException {
        if (!isObject()) {
            return null;
        }
        while (hasMember()) {
            readOfCall();
        }
        return call();
    }

    private void readOfCall() throws IOException {
        switch (member) {
            case "type" -> type = type();
            case "event" -> event = text();
            case "name" -> name = text();
            case "properties" -> readProperties();
            case "traits" -> traits = traits();
            case "context" -> readContext();
            default -> parser.skipChildren();
        }
    }

    private void readProperties() throws IOException {
        if (!isObject()) {
            return;
        }
        while (hasMember()) {
            if ("name".equals(member)) {
                nameInProperties = text();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readContext() throws IOException {
        if (!isObject()) {
            return;
        }
        while (hasMember()) {
            if ("traits".equals(member)) {
                contextTraits = traits();
            } else {
                parser.skipChildren();
            }
        }
    }

    private Call call() {
        return new Call(type == null ? "" : type, event, name == null ? nameInProperties : name, traits, contextTraits);
    }

    private String type() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return "";
    }

    /** The text at which the parser is, or {@code null} for a blank one and any other value. */
    private @Nullable String text() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText().isBlank() ? null : parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    /** What is no object has no traits: the events of the message and of its batch are as good without. Some SDKs send an empty array. */
    private Traits traits() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Traits(traits(new ArrayList<>(), ""), false);
            case VALUE_NULL -> Traits.NONE;
            case START_ARRAY -> isEmptyArray() ? Traits.NONE : Traits.IGNORED;
            default -> Traits.IGNORED;
        };
    }

    private List<Trait> traits(List<Trait> all, String prefix) throws IOException {
        while (hasMember()) {
            String trait = prefix.isEmpty() ? member : prefix + member;
            TraitType inferred = TraitType.of(parser);
            if (inferred != null) {
                all.add(new Trait(trait, inferred));
            } else if (flattens && parser.currentToken() == JsonToken.START_OBJECT) {
                traits(all, trait + "_");
            } else {
                parser.skipChildren();
            }
        }
        return all;
    }

    private boolean isEmptyArray() throws IOException {
        boolean isEmpty = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            isEmpty = false;
        }
        return isEmpty;
    }

    /** Whether the parser is at an object; another value is skipped. */
    private boolean isObject() throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        parser.skipChildren();
        return false;
    }

    /** Whether the object has one more member; then the parser is at the first token of its value. */
    private boolean hasMember() throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return false;
        }
        member = parser.currentName();
        parser.nextToken();
        return true;
    }
}
