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
 * ingest ({@code {"httpPayload": {…}}}), token by token. Members may come in any order, and none is twice. Each object has a reader of its own.
 */
final class SegmentReader {

    private final JsonParser parser;
    private final boolean flattens;
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

    /** Reads one member, of whose value the parser is at the first token. What it leaves of the value is skipped. */
    private interface MemberReader {

        void read(String name) throws IOException;
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
        if (!members(this::documentMember)) {
            return SegmentDocument.NONE;
        }
        return new SegmentDocument(call(), payload, type == null ? batch : null);
    }

    private void documentMember(String member) throws IOException {
        if ("batch".equals(member) && parser.currentToken() == JsonToken.START_ARRAY) {
            batch = batch();
        } else {
            messageMember(member);
        }
    }

    private List<SegmentDocument> batch() throws IOException {
        List<SegmentDocument> messages = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            messages.add(new SegmentReader(parser, flattens).message());
        }
        return messages;
    }

    private SegmentDocument message() throws IOException {
        return members(this::messageMember) ? new SegmentDocument(call(), payload, null) : SegmentDocument.NONE;
    }

    private void messageMember(String member) throws IOException {
        if ("httpPayload".equals(member)) {
            SegmentReader reader = new SegmentReader(parser, flattens);
            payload = reader.members(reader::callMember) ? reader.call() : null;
        } else {
            callMember(member);
        }
    }

    private void callMember(String member) throws IOException {
        switch (member) {
            case "type" -> type = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
            case "event" -> event = text();
            case "name" -> name = text();
            case "properties" -> members(this::property);
            case "traits" -> traits = traits();
            case "context" -> members(this::contextMember);
            default -> {
                // Nothing is inferred from it.
            }
        }
    }

    private void property(String member) throws IOException {
        if ("name".equals(member)) {
            nameInProperties = text();
        }
    }

    private void contextMember(String member) throws IOException {
        if ("traits".equals(member)) {
            contextTraits = traits();
        }
    }

    private Call call() {
        return new Call(type == null ? "" : type, event, name == null ? nameInProperties : name, traits, contextTraits);
    }

    /** The text at which the parser is, or {@code null} for a blank one and any other value. */
    private @Nullable String text() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING && !parser.getText().isBlank() ? parser.getText() : null;
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
        members(trait -> {
            String full = prefix.isEmpty() ? trait : prefix + trait;
            TraitType inferred = TraitType.of(parser);
            if (inferred != null) {
                all.add(new Trait(full, inferred));
            } else if (flattens) {
                traits(all, full + "_");
            }
        });
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

    /** Reads the members of the object at which the parser is. Returns whether it is at an object; another value is skipped. */
    private boolean members(MemberReader reader) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return false;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            parser.nextToken();
            reader.read(member);
            parser.skipChildren();
        }
        return true;
    }
}
