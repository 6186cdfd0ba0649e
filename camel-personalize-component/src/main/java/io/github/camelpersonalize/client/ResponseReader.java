// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.client.CallResult.Failure;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.transport.Response;

/** Reads a response: a success only when it is the service's JSON, or empty. A sign-in page with status 200 is no success. */
final class ResponseReader {

    /** What services send as a rule, and what need not be looked at closely. */
    private static final Set<String> USUAL = Set.of("application/json", "application/json; charset=utf-8", "application/json;charset=utf-8",
            "application/json;charset=UTF-8");

    private static final Pattern JSON = Pattern.compile("application/([a-z0-9.+-]+\\+)?json\\s*(;.*)?");
    private static final Pattern OTHER_CHARSET = Pattern.compile(".*;\\s*charset\\s*=\\s*+\"?+(?!utf-8\"?\\s*(;|$)).*");

    private ResponseReader() {}

    static CallResult read(Response response, ProblemMapper problems) {
        if (!response.isSuccess()) {
            return new Failure(problems.status(response));
        }
        if (response.isEmpty()) {
            return new Success(response.status(), MissingNode.getInstance());
        }
        return violation(response).<CallResult>map(why -> new Failure(problems.notJson(response, why)))
                .orElseGet(() -> json(response, problems));
    }

    private static Optional<String> violation(Response response) {
        if (USUAL.contains(String.valueOf(response.header("content-type"))) && response.header("content-encoding") == null) {
            return Optional.empty();
        }
        if (response.isEncoded()) {
            return Optional.of("the response is compressed, which was not asked for");
        }
        String type = response.header("content-type");
        if (type == null || type.strip().startsWith(";")) {
            return Optional.of("the response has no content type");
        }
        String lower = type.toLowerCase(Locale.ROOT);
        if (!JSON.matcher(lower).matches()) {
            return Optional.of("the content type is " + lower.split(";", 2)[0].strip());
        }
        return OTHER_CHARSET.matcher(lower).matches() ? Optional.of("the charset is not UTF-8") : Optional.empty();
    }

    private static CallResult json(Response response, ProblemMapper problems) {
        try {
            return new Success(response.status(), Json.readLong(response.body()));
        } catch (JsonException e) {
            return new Failure(problems.notJson(response, String.valueOf(e.getMessage())));
        }
    }
}
