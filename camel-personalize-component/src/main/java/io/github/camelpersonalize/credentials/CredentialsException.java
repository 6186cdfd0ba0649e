// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import org.jspecify.annotations.Nullable;

/** No valid credential is available. The message is shown to people and must not contain a secret. */
public class CredentialsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isTransient;

    /** The configuration is at fault: no credential is available until it is fixed. */
    public CredentialsException(String message) {
        this(message, false, null);
    }

    /**
     * @param isTransient whether it is an outage, which ends by itself, and not the configuration
     * @param cause whose message must not contain a secret either, or {@code null}
     */
    public CredentialsException(String message, boolean isTransient, @Nullable Throwable cause) {
        super(message, cause);
        this.isTransient = isTransient;
    }

    /** Whether it is an outage, which ends by itself. If not, the configuration is at fault, and retrying does not help. */
    public boolean isTransient() {
        return isTransient;
    }
}
