// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.util.Optional;

/**
 * Keeps refresh tokens from one use to the next. An authorization server may rotate them: respond to each use of a refresh token with a new
 * one, and reject the old one from then on (RFC 6749, section 6; RFC 9700, section 4.14.2). So the newest is worth as much as a password:
 * whoever loses it must have the app authorized again. An implementation must be thread-safe, and the messages of its exceptions must not
 * contain a token.
 * <p>
 * {@link OAuthCredentials} uses it in this order, so that no refresh token is lost:
 * <ol>
 * <li>Before it sends a refresh token, it loads the newest. If there is none, it first saves the one of the settings: a store that cannot be
 * read or written is found while the refresh token is still valid.</li>
 * <li>It saves a new refresh token before it uses the access token that came with it. A token in use was always stored before.</li>
 * <li>If saving fails, both stay in memory, nobody gets the access token, and each later attempt first tries to save again, without a request
 * to the authorization server. So a full disk costs time and no token, unless the process ends meanwhile.</li>
 * <li>If the authorization server rejects a refresh token, and the store has another one by now, because another process that shares the store
 * was faster, that one is used.</li>
 * </ol>
 * One gap remains: a process that is killed after the authorization server issued a new refresh token and before it is saved. The client cannot
 * close it; servers that accept the old token for a while do.
 */
public interface TokenStore {

    /**
     * The refresh token that was last saved under the key.
     *
     * @param key no secret; 32 characters, digits and the letters a to f
     * @return empty when there never was one
     * @throws IOException when it cannot be read; the message says what to do
     */
    Optional<String> load(String key) throws IOException;

    /**
     * Replaces the refresh token under the key. Once this returns, a crash must not lose it, if the store outlives the process.
     *
     * @throws IOException when it could not be saved; the earlier token is then still there
     */
    void save(String key, String refreshToken) throws IOException;
}
