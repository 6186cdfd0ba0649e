// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import io.github.camelpersonalize.time.StopSignal;

/** Credentials for which a call may have to wait until another has requested them. The wait ends when the work of the call is stopped. */
public interface AwaitedCredentials extends Credentials {

    /**
     * {@link Credentials#header()} for work that may be stopped.
     *
     * @throws CredentialsException when no valid credential is available, or the work is to end before there is one
     */
    Header header(StopSignal stop) throws CredentialsException;

    /**
     * {@link Credentials#refresh} for work that may be stopped.
     *
     * @throws CredentialsException when a new one was requested and not issued, or the work is to end before there is one
     */
    boolean refresh(Header rejected, StopSignal stop) throws CredentialsException;

    @Override
    default Header header() throws CredentialsException {
        return header(new StopSignal());
    }

    @Override
    default boolean refresh(Header rejected) throws CredentialsException {
        return refresh(rejected, new StopSignal());
    }

    /** Other credentials do not wait for other calls. */
    static AwaitedCredentials of(Credentials credentials) {
        return credentials instanceof AwaitedCredentials awaited ? awaited : new Immediate(credentials);
    }

    /** Credentials of users, and static ones. */
    record Immediate(Credentials credentials) implements AwaitedCredentials {

        @Override
        public Header header(StopSignal stop) throws CredentialsException {
            return credentials.header();
        }

        @Override
        public boolean refresh(Header rejected, StopSignal stop) throws CredentialsException {
            return credentials.refresh(rejected);
        }
    }
}
