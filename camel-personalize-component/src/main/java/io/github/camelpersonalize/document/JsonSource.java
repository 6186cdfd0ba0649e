// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import org.jspecify.annotations.Nullable;

/** A document in JSON. */
final class JsonSource {

    private JsonSource() {}

    static void read(String text, TreeBuilder tree) {
        try (JsonParser parser = Json.parser(text)) {
            int depth = 0;
            do {
                depth += report(parser, parser.nextToken(), tree);
            } while (depth > 0);
            if (parser.nextToken() != null) {
                throw new SyntaxException(lineColumn(parser.currentTokenLocation()), "there is more after the end of the JSON document");
            }
        } catch (JsonProcessingException e) {
            throw new SyntaxException(lineColumn(e.getLocation()), JsonException.reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much deeper the parser is after the token. */
    private static int report(JsonParser parser, JsonToken token, TreeBuilder tree) throws IOException {
        PositionTree.LineColumn at = lineColumn(parser.currentTokenLocation());
        switch (token) {
            case START_OBJECT -> tree.beginObject(at);
            case START_ARRAY -> tree.beginArray(at);
            case END_OBJECT, END_ARRAY -> tree.end();
            case FIELD_NAME -> tree.name(parser.currentName(), at);
            case VALUE_STRING -> tree.text(parser.getText(), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tree.number(parser.getText(), at);
            case VALUE_TRUE, VALUE_FALSE -> tree.value(BooleanNode.valueOf(token == JsonToken.VALUE_TRUE), at);
            case VALUE_NULL -> tree.value(NullNode.getInstance(), at);
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new IllegalStateException("a parser of text has no " + token);
        }
        if (token.isStructStart()) {
            return 1;
        }
        return token.isStructEnd() ? -1 : 0;
    }

    private static PositionTree.LineColumn lineColumn(@Nullable JsonLocation location) {
        return location == null
                ? PositionTree.LineColumn.START
                : new PositionTree.LineColumn(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
