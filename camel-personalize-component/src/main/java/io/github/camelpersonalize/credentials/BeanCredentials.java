// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

/**
 * Credentials that users have written. Whatever goes wrong in there is a credential that is not to be had, and its text is not told, because it may
 * hold the secret.
 *
 * @param bean what is theirs; equal where it is equal
 */
public record BeanCredentials(Credentials bean) implements Credentials {

    @Override
    public Header header() throws CredentialsException {
        try {
            Header header = bean.header();
            if (header == null) {
                throw new CredentialsException("the bean of the option credentials gave no header");
            }
            return header;
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public boolean refresh(Header refused) throws CredentialsException {
        try {
            return bean.refresh(refused);
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    private static CredentialsException broken(RuntimeException e) {
        return new CredentialsException("the bean of the option credentials failed with " + e.getClass().getName(), false, e);
    }

    /** As the bean tells it. */
    @Override
    public String toString() {
        return bean.toString();
    }
}
