// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

/**
 * The credential or its permissions are at fault. No record succeeds until that is corrected. Stop the route.
 */
public final class PersonalizeAuthException extends PersonalizeConfigurationException {

    private static final long serialVersionUID = 1L;

    PersonalizeAuthException(String message, ErrorDetails details) {
        super(message, details);
    }
}
