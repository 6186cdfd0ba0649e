// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

/** The authorization server rejects the refresh token: {@code invalid_grant} (RFC 6749, section 5.2). */
final class GrantRefusedException extends CredentialsException {

    private static final long serialVersionUID = 1L;

    GrantRefusedException(String message) {
        super(message);
    }
}
