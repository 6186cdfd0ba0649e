// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.Serializable;
import java.util.List;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.CamelException;
import org.jspecify.annotations.Nullable;

/**
 * A message could not be processed. The subclass says what a route should do: {@link PersonalizeRejectedException},
 * {@link PersonalizeUnavailableException} or {@link PersonalizeConfigurationException}. The message is one line and never contains a
 * credential.
 */
public abstract class PersonalizeException extends CamelException {

    private static final long serialVersionUID = 1L;

    private final ErrorDetails details;

    /** What the exception reports to programs. */
    record ErrorDetails(@Nullable String kind, @Nullable String key, @Nullable Coordinates coordinates, int status, @Nullable String code,
            List<FieldError> fieldErrors, Outcome outcome, @Nullable BatchReport report) implements Serializable {}

    PersonalizeException(String message, ErrorDetails details) {
        super(message);
        this.details = details;
    }

    /** {@code attribute}, {@code audience}, {@code event}, {@code experience} or {@code location}; {@code null} if it is not known. */
    public @Nullable String getKind() {
        return details.kind();
    }

    /** The natural key of the definition, or {@code null} if it is not known. */
    public @Nullable String getKey() {
        return details.key();
    }

    /** Where the record came from, or {@code null} if that is not known. */
    public @Nullable Coordinates getCoordinates() {
        return details.coordinates();
    }

    /** The HTTP status, or 0 when there was no response. */
    public int getStatus() {
        return details.status();
    }

    /** An error code, that of the service or one of {@code INVALID}, {@code NOT_FOUND}, {@code AMBIGUOUS}, …; or {@code null}. */
    public @Nullable String getCode() {
        return details.code();
    }

    /** The errors in the definition, each with its JSON pointer (RFC 6901). */
    public List<FieldError> getFieldErrors() {
        return details.fieldErrors();
    }

    /** What became of the definition. */
    public Outcome getOutcome() {
        return details.outcome();
    }

    /** What became of each item of a batch, or {@code null} if the message was not a batch. */
    public @Nullable BatchReport getReport() {
        return details.report();
    }
}
