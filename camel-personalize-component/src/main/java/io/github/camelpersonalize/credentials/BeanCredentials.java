// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.util.Optional;

/**
 * Credentials that users have written. An exception of theirs becomes a credential that is not available; its text is dropped, because it may
 * hold the secret.
 *
 * @param bean of the user; equal where it is equal
 */
public record BeanCredentials(Credentials bean) implements Credentials {

    @Override
    public Header header() throws CredentialsException {
        try {
            Header header = bean.header();
            if (header == null) {
                throw new CredentialsException("the bean of the option credentials returned no header");
            }
            return header;
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public boolean refresh(Header rejected) throws CredentialsException {
        try {
            return bean.refresh(rejected);
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public Optional<String> scope() {
        return bean.scope();
    }

    private static CredentialsException broken(RuntimeException e) {
        return new CredentialsException("the bean of the option credentials failed with " + e.getClass().getName(), false, e);
    }

    /** The bean's own text. */
    @Override
    public String toString() {
        return bean.toString();
    }
}
