// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

/**
 * The record is at fault: it is invalid, or the service rejected it. Retrying does not help. Send it to a dead-letter queue and continue.
 */
public final class PersonalizeRejectedException extends PersonalizeException {

    private static final long serialVersionUID = 1L;

    PersonalizeRejectedException(String message, ErrorDetails details) {
        super(message, details);
    }
}
