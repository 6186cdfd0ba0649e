// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

/**
 * The service or the way to it is at fault, or what the record refers to does not exist yet. The same record may succeed later: keep it, and do
 * not commit its offset. When {@link #getOutcome()}
 * is {@code UNKNOWN}, the request may have been carried out.
 */
public final class PersonalizeUnavailableException extends PersonalizeException {

    private static final long serialVersionUID = 1L;

    PersonalizeUnavailableException(String message, ErrorDetails details) {
        super(message, details);
    }
}
