// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One attempt to get an access token, which one thread carries out, and all that need the token wait for. */
final class TokenFetch {

    private final CompletableFuture<AccessToken> outcome = new CompletableFuture<>();

    void succeed(AccessToken token) {
        outcome.complete(token);
    }

    void fail(CredentialsException cause) {
        outcome.completeExceptionally(cause);
    }

    /**
     * The token, once it is there.
     *
     * @throws CredentialsException of this thread's own, whose cause is the one that all have in common
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

    /** The same for another thread: an exception holds the stack of one. */
    static CredentialsException again(CredentialsException cause) {
        return new CredentialsException(cause.getMessage(), cause.isTransient(), cause);
    }
}
