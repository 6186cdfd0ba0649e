// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

/** The authorization server says that the refresh token is no good. */
final class GrantRefusedException extends CredentialsException {

    private static final long serialVersionUID = 1L;

    GrantRefusedException(String message) {
        super(message);
    }
}
