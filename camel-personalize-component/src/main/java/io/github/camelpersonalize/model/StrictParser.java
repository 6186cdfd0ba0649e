// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A parser that refuses in each token, also one that is skipped, what the reading of a tree refuses: names that are twice, and values out of bounds. */
final class StrictParser extends JsonParserDelegate {

    private final boolean mayBeTooLong;
    private final OpenObjects open = new OpenObjects();
    private boolean isTwice;

    private StrictParser(JsonParser parser, int length) {
        super(parser);
        this.mayBeTooLong = length > JsonLimits.MAX_STRING;
    }

    /**
     * Reads a value.
     *
     * @param parser at its first token
     * @param length of the text
     */
    static <T> T read(JsonParser parser, int length, Json.TokenReader<T> reader) throws IOException {
        StrictParser strict = new StrictParser(parser, length);
        strict.check(parser.currentToken());
        return reader.read(strict);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = next();
        check(token);
        return token;
    }

    /** A name in the way in which the reading of a tree asks for it: what is wrong with it is told in the same words. */
    private JsonToken next() throws IOException {
        if (delegate.currentToken() == JsonToken.FIELD_NAME || !delegate.getParsingContext().inObject()) {
            return delegate.nextToken();
        }
        delegate.nextFieldName();
        return delegate.currentToken();
    }

    /** Those of the parser would not be checked. */
    @Override
    public String nextFieldName() throws IOException {
        return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        if (currentToken() == JsonToken.START_OBJECT || currentToken() == JsonToken.START_ARRAY) {
            int outside = open.depth() - 1;
            while (open.depth() > outside) {
                nextToken();
            }
        }
        return this;
    }

    private void check(JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> isTwice = !open.add(currentName());
            case START_OBJECT, START_ARRAY -> {
                requireOnce();
                open.begin();
            }
            case END_OBJECT, END_ARRAY -> open.end();
            case VALUE_STRING -> {
                if (mayBeTooLong || isTwice) {
                    getText();
                }
                requireOnce();
            }
            case VALUE_NUMBER_FLOAT -> {
                getDecimalValue();
                requireOnce();
            }
            default -> requireOnce();
        }
    }

    /** Where a name is twice, what is wrong with its value comes first. */
    private void requireOnce() throws IOException {
        if (isTwice) {
            throw MismatchedInputException.from(this, JsonNode.class, "a name is twice");
        }
    }

    /** The names of the objects that are open, one object after the other. The few of most objects are compared one by one. */
    private static final class OpenObjects {

        private static final int FEW = 16;

        private String[] names = new String[2 * FEW];
        private int size;
        private int[] begins = new int[FEW / 2];
        /** For each object the last six bits of the hash codes of its names: a name with others is new. */
        private long[] hashes = new long[FEW / 2];
        private int depth;
        /** All names of those that have many. */
        private final Map<Integer, Set<String>> many = new HashMap<>();

        int depth() {
            return depth;
        }

        void begin() {
            if (depth == begins.length) {
                begins = Arrays.copyOf(begins, 2 * depth);
                hashes = Arrays.copyOf(hashes, 2 * depth);
            }
            hashes[depth] = 0;
            begins[depth++] = size;
        }

        void end() {
            depth--;
            if (size - begins[depth] == FEW) {
                many.remove(depth);
            }
            size = begins[depth];
        }

        /** Whether the name is new in the innermost object. */
        boolean add(String name) {
            int begin = begins[depth - 1];
            if (size - begin == FEW) {
                return many.computeIfAbsent(depth - 1, added -> few(begin)).add(name);
            }
            long hash = 1L << name.hashCode();
            if ((hashes[depth - 1] & hash) != 0 && isAmong(begin, name)) {
                return false;
            }
            hashes[depth - 1] |= hash;
            if (size == names.length) {
                names = Arrays.copyOf(names, 2 * size);
            }
            names[size++] = name;
            return true;
        }

        private boolean isAmong(int begin, String name) {
            for (int i = begin; i < size; i++) {
                if (names[i].equals(name)) {
                    return true;
                }
            }
            return false;
        }

        private Set<String> few(int begin) {
            return new HashSet<>(Arrays.asList(names).subList(begin, begin + FEW));
        }
    }
}
