// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One request for an access token, which one thread sends, and for which all that need the token wait. */
final class TokenFetch {

    private final CompletableFuture<AccessToken> outcome = new CompletableFuture<>();

    void complete(AccessToken token) {
        outcome.complete(token);
    }

    void fail(CredentialsException cause) {
        outcome.completeExceptionally(cause);
    }

    /**
     * Waits for the token.
     *
     * @throws CredentialsException a new one for this thread; all have the same cause
     */
    AccessToken await() throws CredentialsException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw again((CredentialsException) e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialsException("interrupted while waiting for an access token", true, null);
        }
    }

    /** The same for another thread: an exception has the stack of one thread. */
    static CredentialsException again(CredentialsException cause) {
        return new CredentialsException(cause.getMessage(), cause.isTransient(), cause);
    }
}
