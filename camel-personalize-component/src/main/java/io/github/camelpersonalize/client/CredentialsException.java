// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

/** There is no valid credential to be had. The message is shown to people and must not hold a secret. */
public class CredentialsException extends Exception {

    private static final long serialVersionUID = 1L;

    public CredentialsException(String message) {
        super(message);
    }

    /** Whether it may be had later. */
    public boolean isTransient() {
        return false;
    }
}
