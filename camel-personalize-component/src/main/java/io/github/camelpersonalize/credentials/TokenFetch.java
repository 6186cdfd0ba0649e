// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.github.camelpersonalize.time.StopSignal;

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
     * @throws CredentialsException a new one for this thread, where all have the same cause; or because its work is to end
     */
    AccessToken await(StopSignal stop) throws CredentialsException {
        if (!stop.await(outcome)) {
            throw stopping();
        }
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw again((CredentialsException) Objects.requireNonNull(e.getCause(), "it fails with its cause"));
        }
    }

    /** There is no token yet for work that is to end. */
    static CredentialsException stopping() {
        return new CredentialsException("no access token, because the route is stopping", true, null);
    }

    /** The same for another thread: an exception has the stack of one thread. */
    static CredentialsException again(CredentialsException cause) {
        return new CredentialsException(String.valueOf(cause.getMessage()), cause.isTransient(), cause);
    }
}
