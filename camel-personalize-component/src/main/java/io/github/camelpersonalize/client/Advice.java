// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Answers;
import io.github.camelpersonalize.api.HttpMethod;
import io.github.camelpersonalize.api.KnownError;
import io.github.camelpersonalize.api.Region;
import io.github.camelpersonalize.client.ErrorReader.ErrorText;
import org.jspecify.annotations.Nullable;

/** What to do about a refusal, by what the dialect and the credential tell. */
final class Advice {

    private final Answers answers;
    private final Optional<String> scope;

    /**
     * @param scope the OAuth scopes that were asked for, if that is known
     */
    Advice(Answers answers, Optional<String> scope) {
        this.answers = answers;
        this.scope = scope;
    }

    /** The error of the dialect's table that the service has named, unless it only repeats what the request says. */
    Optional<KnownError> known(int status, ErrorText error, @Nullable JsonNode sent) {
        return answers.known(status, error.text(), String.valueOf(sent));
    }

    /**
     * Of a credential that is refused.
     *
     * @param service where it was sent
     */
    String unauthorized(URI service) {
        String region = Region.of(service)
                .map(known -> " (region " + known.label() + "), and a credential counts in the region of its organization only").orElse("");
        return joined(
                "check authtoken, accessToken, the OAuth options or credentials (on the endpoint or as camel.component.personalize.*); it was sent to "
                        + service.getHost() + region,
                Optional.ofNullable(answers.credentialAdvice()));
    }

    /** Of a credential without a permission. */
    String forbidden(ApiRequest request) {
        Optional<String> reading = scope.filter(names -> request.call().verb() != HttpMethod.GET)
                .filter(names -> !List.of(names.split("\\s+")).contains(answers.writeScope()));
        return joined("check its permissions and the option projectUid", reading.map(names -> "the option scope asks for \"" + names
                + "\", and writing needs " + answers.writeScope()));
    }

    private static String joined(String first, Optional<String> more) {
        return more.map(text -> first + "; " + text).orElse(first);
    }
}
