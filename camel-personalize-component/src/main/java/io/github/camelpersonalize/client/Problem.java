// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.List;

import io.github.camelpersonalize.api.FieldError;

/**
 * Why a call did not succeed, as a value.
 *
 * @param kind whose fault it is, and so what a route should do
 * @param status the HTTP status, or 0 when there was no response
 * @param code a word for programs, from the service or one of ours; or {@code null}
 * @param message what happened and what to do; one line, bounded, without a credential
 * @param fieldErrors the faults of the definition, one by one
 * @param sent whether the request may have reached the service
 */
public record Problem(Kind kind, int status, String code, String message, List<FieldError> fieldErrors, boolean sent) {

    /** Whose fault it is. */
    public enum Kind {
        /** The definition's: sending it again is of no use. */
        REJECTED,
        /** The service's or the network's: the same message may succeed later. */
        UNAVAILABLE,
        /** The configuration's: no message will succeed until it is mended. */
        UNAUTHORIZED
    }

    /** A fault of the definition that was found before anything was sent. */
    public static Problem rejected(String code, String message, List<FieldError> fieldErrors) {
        return new Problem(Kind.REJECTED, 0, code, message, fieldErrors, false);
    }

    /** A fault of the definition that was found before anything was sent. */
    public static Problem rejected(String code, String message) {
        return rejected(code, message, List.of());
    }

    /** A fault of the service or the network; the request may have been carried out. */
    public static Problem unavailable(int status, String message) {
        return new Problem(Kind.UNAVAILABLE, status, null, message, List.of(), true);
    }
}
