// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

/**
 * The configuration is at fault: the address of the service, the project, its certificate or, as a {@link PersonalizeAuthException}, the
 * credential. No record succeeds until it is corrected. Stop the route, keep the record, and do not commit its offset.
 */
public class PersonalizeConfigurationException extends PersonalizeException {

    private static final long serialVersionUID = 1L;

    PersonalizeConfigurationException(String message, ErrorDetails details) {
        super(message, details);
    }
}
