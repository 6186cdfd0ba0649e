// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What in a response looks like another dialect than the one that was used. It says nothing about a gateway that only unwraps lists: an array
 * without an envelope is no sign by itself.
 *
 * @param dialect the dialect that the response looks like
 * @param what what looks like it, for people
 */
public record DialectSign(Dialect dialect, String what) {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** What a successful response shows. */
    public static Optional<DialectSign> in(Dialect own, Call call, JsonNode body) {
        return call.isAboutDefinitions() ? other(own, dialect -> inBody(own, dialect, call, body)) : Optional.empty();
    }

    /**
     * What an error shows. Only operations that the other dialect has at another path show something.
     *
     * @param text what the service said
     */
    public static Optional<DialectSign> inError(Dialect own, Call call, int status, String text) {
        return other(own, dialect -> {
            boolean isElsewhere = dialect.call(call.resource(), call.operation())
                    .filter(there -> !there.path().equals(call.path())).isPresent();
            return isElsewhere && isRefusal(dialect, status, text)
                    ? Optional.of(call.verb() + " " + call.path() + " is answered with " + status)
                    : Optional.empty();
        });
    }

    private static boolean isRefusal(Dialect dialect, int status, String text) {
        return status == NOT_FOUND
                || status == BAD_REQUEST && dialect.answers().noUid().filter(sign -> sign.matcher(text).find()).isPresent();
    }

    private static Optional<String> inBody(Dialect own, Dialect other, Call call, JsonNode body) {
        if (isInEnvelope(own, other, body)) {
            return Optional.of("the list that answers " + call.verb() + " " + call.path() + " is in the member " + other.envelope());
        }
        return mark(own, other, body).map(mark -> "what answers " + call.verb() + " " + call.path() + " has the member " + mark);
    }

    /** A member that only definitions of the other dialect have, in a definition without one of the own. */
    private static Optional<String> mark(Dialect own, Dialect other, JsonNode body) {
        if (!body.isArray()) {
            return hasMark(own, body) || !hasMark(other, body) ? Optional.empty() : marks(other, body).findFirst();
        }
        for (JsonNode definition : body) {
            if (!hasMark(own, definition) && hasMark(other, definition)) {
                return marks(other, definition).findFirst();
            }
        }
        return Optional.empty();
    }

    private static boolean hasMark(Dialect dialect, JsonNode definition) {
        for (String mark : dialect.answers().marks()) {
            if (definition.has(mark)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> marks(Dialect dialect, JsonNode definition) {
        return dialect.answers().marks().stream().filter(definition::has).sorted();
    }

    private static boolean isInEnvelope(Dialect own, Dialect other, JsonNode body) {
        return own.envelope() == null && other.envelope() != null && body.path(other.envelope()).isArray();
    }

    private static Optional<DialectSign> other(Dialect own, Function<Dialect, Optional<String>> shown) {
        for (Dialect dialect : Dialect.all()) {
            Optional<String> what = dialect.name().equals(own.name()) ? Optional.empty() : shown.apply(dialect);
            if (what.isPresent()) {
                return Optional.of(new DialectSign(dialect, what.get()));
            }
        }
        return Optional.empty();
    }
}
