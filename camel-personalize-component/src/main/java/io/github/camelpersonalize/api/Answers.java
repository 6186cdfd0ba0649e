// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of a service are recognized by, as data.
 *
 * @param errors what it may say when it refuses a request; the first that is found counts
 * @param marks members of its definitions that no other dialect has
 * @param noUid finds, in an error, that a word of the path was taken for a uid; empty where the service does not say so
 * @param uidFallback the member that is a definition's uid where it has none; {@code null} if no other is
 * @param writeScope the OAuth scope without which nothing can be written
 * @param credentialAdvice what else to know when a credential is refused, as a clause; {@code null} if there is nothing
 */
public record Answers(List<KnownError> errors, Set<String> marks, Optional<Pattern> noUid, @Nullable String uidFallback, String writeScope,
        @Nullable String credentialAdvice) {

    private static final String UID = "uid";
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final Pattern TAKEN = Pattern.compile("(?i)duplicate|already|exists|in use|taken|unique");
    private static final Pattern TAKEN_CODE = Pattern.compile("DUPLICATE|ALREADY_EXISTS");

    /** The error of the table that a response shows; what the request has said itself shows nothing. */
    public Optional<KnownError> known(int status, String said, String sent) {
        return KnownError.in(errors, status, said, sent);
    }

    /**
     * Whether a create was refused because there is such a thing already.
     *
     * @param status the HTTP status
     * @param code as in the table of errors, or the service's own, or {@code null}
     */
    public boolean isDuplicate(int status, @Nullable String code, String message) {
        return errors.stream().filter(error -> error.code().equals(code)).findFirst().map(KnownError::isDuplicate)
                .orElseGet(() -> looksDuplicate(status, code, message));
    }

    /** No dialect tells all codes of this. */
    private boolean looksDuplicate(int status, @Nullable String code, String message) {
        return switch (status) {
            case CONFLICT -> true;
            case BAD_REQUEST -> TAKEN.matcher(message).find();
            default -> code != null && TAKEN_CODE.matcher(code).find();
        };
    }

    /** Gives definitions their uid that have it under another name only. Changes the body of a response that was just read. */
    public void nameUids(Call call, JsonNode body) {
        if (uidFallback == null || !call.isAboutDefinitions()) {
            return;
        }
        if (body instanceof ObjectNode definition) {
            nameUid(definition);
        }
        if (body.isArray()) {
            body.forEach(item -> nameUids(call, item));
        }
    }

    private void nameUid(ObjectNode definition) {
        if (!definition.has(UID) && definition.has(uidFallback)) {
            definition.set(UID, definition.remove(uidFallback));
        }
    }
}
