// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The service's codes of errors, such as {@code personalize.PROJECTS.DUPLICATE_NAME}, wherever they stand in a response. */
final class ErrorCode {

    private static final Pattern CODE = Pattern.compile("(?<![\\w.])personali[sz](?:e|ation)(?:[.][A-Z_]+)+");

    /** A code whose beginning is missing, where nothing but a code stands. */
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?:[._][A-Z]+)+");

    private ErrorCode() {}

    /** The first code: in {@code error}, else below {@code errors}, else anywhere; else {@code error} itself where it is a word in capitals. */
    static Optional<String> in(JsonNode body) {
        return Stream.of(body.path("error"), body.path("errors"), body).flatMap(ErrorCode::texts).flatMap(text -> in(text).stream())
                .findFirst().or(() -> Optional.ofNullable(body.path("error").textValue()).filter(WORD.asMatchPredicate()));
    }

    /** The first code in a text. */
    static Optional<String> in(String text) {
        return CODE.matcher(text).results().map(MatchResult::group).findFirst();
    }

    static boolean isOfService(@Nullable String code) {
        return code != null && (CODE.matcher(code).matches() || WORD.matcher(code).matches());
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual() ? Stream.of(node.textValue()) : StreamSupport.stream(node.spliterator(), false).flatMap(ErrorCode::texts);
    }
}
