// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

/** There is no valid credential to be had. The message is shown to people and must not hold a secret. */
public class CredentialsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /** The configuration is at fault: there will be no credential until it is mended. */
    public CredentialsException(String message) {
        this(message, false, null);
    }

    /**
     * @param isTransient whether it is an outage, which passes by itself, and not the configuration
     * @param cause why, without a secret in its message either; or {@code null}
     */
    public CredentialsException(String message, boolean isTransient, Throwable cause) {
        super(message, cause);
        this.passing = isTransient;
    }

    /** Whether it is an outage, which passes by itself. If not, the configuration is at fault, and trying again is of no use. */
    public boolean isTransient() {
        return passing;
    }
}
