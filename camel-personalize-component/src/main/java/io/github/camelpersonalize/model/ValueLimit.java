// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;

/** A parser that stops at the first value beyond the bound. A text of so many values is long: a shorter one is not counted. */
final class ValueLimit extends JsonParserDelegate {

    /** The least characters of a value, with what separates it from the next. */
    private static final int SHORTEST = 2;

    private int values;

    private ValueLimit(JsonParser parser) {
        super(parser);
    }

    static JsonParser bounded(JsonParser parser, int length) {
        return length / SHORTEST < JsonLimits.MAX_VALUES ? parser : new ValueLimit(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token != null && (token.isScalarValue() || token.isStructStart()) && ++values > JsonLimits.MAX_VALUES) {
            throw new JsonException("the document has more than " + JsonLimits.MAX_VALUES + " values; split it");
        }
        return token;
    }

    /** That of the parser would not count. */
    @Override
    public String nextFieldName() throws IOException {
        return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
    }
}
