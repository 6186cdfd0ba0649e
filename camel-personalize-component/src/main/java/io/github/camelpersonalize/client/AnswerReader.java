// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.client.Reply.Answer;
import io.github.camelpersonalize.client.Reply.Failure;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonFault;

/** Reads a response: a success only when it is the service's JSON, or empty. A sign-in page with status 200 is no success. */
final class AnswerReader {

    private static final Pattern JSON = Pattern.compile("application/([a-z0-9.+-]+\\+)?json\\s*(;.*)?");
    private static final Pattern OTHER_CHARSET = Pattern.compile(".*;\\s*charset\\s*=\\s*+\"?+(?!utf-8\"?\\s*(;|$)).*");

    private AnswerReader() {}

    static Reply read(Response response, Failures failures) {
        if (!response.isSuccess()) {
            return new Failure(failures.status(response));
        }
        if (response.isEmpty()) {
            return new Answer(response.status(), MissingNode.getInstance());
        }
        return objection(response).<Reply>map(why -> new Failure(failures.notJson(response, why)))
                .orElseGet(() -> json(response, failures));
    }

    private static Optional<String> objection(Response response) {
        if (response.isEncoded()) {
            return Optional.of("the answer is compressed, which was not asked for");
        }
        String type = response.header("content-type");
        if (type == null || type.strip().startsWith(";")) {
            return Optional.of("the answer has no content type");
        }
        String lower = type.toLowerCase(Locale.ROOT);
        if (!JSON.matcher(lower).matches()) {
            return Optional.of("the content type is " + lower.split(";")[0].strip());
        }
        return OTHER_CHARSET.matcher(lower).matches() ? Optional.of("the charset is not UTF-8") : Optional.empty();
    }

    private static Reply json(Response response, Failures failures) {
        try {
            return new Answer(response.status(), Json.read(response.body()));
        } catch (JsonFault e) {
            return new Failure(failures.notJson(response, e.getMessage()));
        }
    }
}
