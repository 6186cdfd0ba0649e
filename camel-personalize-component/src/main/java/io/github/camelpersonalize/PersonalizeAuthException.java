// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

/**
 * The configuration is at fault: the credential or its permissions. No record succeeds until it is corrected. Stop the route.
 */
public final class PersonalizeAuthException extends PersonalizeException {

    private static final long serialVersionUID = 1L;

    PersonalizeAuthException(String message, ErrorDetails details) {
        super(message, details);
    }
}
