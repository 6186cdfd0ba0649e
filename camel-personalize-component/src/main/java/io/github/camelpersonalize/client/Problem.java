// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.api.Answers;
import io.github.camelpersonalize.api.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Why a call did not succeed, as a value.
 *
 * @param category whose fault it is, and so what a route should do
 * @param status the HTTP status, or 0 when there was no response
 * @param code a word for programs, from the service or from this component; or {@code null}
 * @param message what happened and what to do; one line, bounded, without a credential
 * @param fieldErrors the errors of the definition, one by one
 * @param retry whether the same call may succeed a little later
 */
public record Problem(Category category, int status, @Nullable String code, String message, List<FieldError> fieldErrors,
        Retry retry) {

    /** The code of what was not sent, because an item before it found that nothing could be sent. */
    public static final String NOT_SENT = "NOT_SENT";

    /** Nothing was sent, because the work was stopped before. */
    public static final Problem STOPPING = new Problem(Category.UNAVAILABLE, 0, null, "not sent, because the route is stopping", List.of(),
            Retry.USELESS);

    /** Whose fault it is. */
    public enum Category {
        /** The definition's: retrying does not help. */
        REJECTED,
        /** The service's or the network's: the same message may succeed later. */
        UNAVAILABLE,
        /** Nobody's yet: what the definition needs is not there, and the same message may succeed once it is. */
        BLOCKED,
        /** The configuration's, such as address, project or certificate: no message will succeed until it is fixed. */
        MISCONFIGURED,
        /** The credential's or its permissions': no message will succeed until they are fixed. */
        UNAUTHORIZED;

        /** Whether other messages will fail as well. A service that rejects a definition works. */
        public boolean isOutage() {
            return switch (this) {
                case REJECTED, BLOCKED -> false;
                case UNAVAILABLE, MISCONFIGURED, UNAUTHORIZED -> true;
            };
        }

        /** Whether people must fix the configuration. */
        public boolean isConfiguration() {
            return this == MISCONFIGURED || this == UNAUTHORIZED;
        }
    }

    /**
     * What is known of the next attempt.
     *
     * @param useful whether it may succeed
     * @param inDoubt whether the service may have carried out this one
     * @param after how long to wait at least, when the service said so
     */
    public record Retry(boolean useful, boolean inDoubt, Optional<Duration> after) {

        /** The service responded, and will respond the same again. */
        public static final Retry USELESS = new Retry(false, false, Optional.empty());
        /** It is in doubt what the service did, and the next attempt will not tell. */
        static final Retry USELESS_IN_DOUBT = new Retry(false, true, Optional.empty());
        /** The service did not carry out the call, and may the next time. */
        static final Retry SAFE = new Retry(true, false, Optional.empty());
        /** It is in doubt what the service did; the next attempt may succeed. */
        static final Retry IN_DOUBT = new Retry(true, true, Optional.empty());

        Retry withDoubt() {
            return new Retry(useful, true, after);
        }

        Retry after(Optional<Duration> wait) {
            return new Retry(useful, inDoubt, wait);
        }
    }

    /** An error in the definition that was found before anything was sent. */
    public static Problem rejected(String code, String message, List<FieldError> fieldErrors) {
        return new Problem(Category.REJECTED, 0, code, message, fieldErrors, Retry.USELESS);
    }

    /** An error in the definition that was found before anything was sent. */
    public static Problem rejected(String code, String message) {
        return rejected(code, message, List.of());
    }

    /** Nothing was sent, because something is missing that the definition needs. */
    public static Problem blocked(String code, String message, List<FieldError> fieldErrors) {
        return new Problem(Category.BLOCKED, 0, code, message, fieldErrors, Retry.USELESS);
    }

    /** A response that cannot be used: the call may have been carried out. */
    public static Problem unavailable(int status, String message) {
        return new Problem(Category.UNAVAILABLE, status, null, message, List.of(), Retry.USELESS_IN_DOUBT);
    }

    /** Whether the service refused a create because it has such a thing already. */
    public boolean isDuplicate(Answers answers) {
        return category == Category.REJECTED && answers.isDuplicate(status, code, message);
    }

    /** Nothing was sent for another record of the same message, because this problem concerns it as well. */
    public Problem notSent() {
        if (equals(STOPPING)) {
            return this;
        }
        return notSent(switch (category) {
            case REJECTED, BLOCKED, UNAVAILABLE -> "service out of reach";
            case MISCONFIGURED -> "configuration at fault";
            case UNAUTHORIZED -> "credential refused";
        });
    }

    /**
     * Nothing was sent for another record of the same message.
     *
     * @param found what an item before it found
     */
    public Problem notSent(String found) {
        return new Problem(category, 0, NOT_SENT, "not sent, because an item before it found the " + found, List.of(),
                new Retry(false, false, retry.after()));
    }

    /** The same, where an earlier attempt may have been carried out. */
    Problem withDoubt() {
        return new Problem(category, status, code, message, fieldErrors, retry.withDoubt());
    }

    /** The same with another code. */
    Problem withCode(String other) {
        return new Problem(category, status, other, message, fieldErrors, retry);
    }

    /** The same with another message. */
    public Problem withMessage(String other) {
        return new Problem(category, status, code, other, fieldErrors, retry);
    }
}
