// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

/**
 * The record is at fault: it is wrong, or the service refused it. Sending it again is of no use; send it to a dead-letter queue and go on.
 */
public final class PersonalizeRejectedException extends PersonalizeException {

    private static final long serialVersionUID = 1L;

    PersonalizeRejectedException(String message, ErrorDetails details) {
        super(message, details);
    }
}
