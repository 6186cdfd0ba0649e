// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.util.Optional;

/**
 * Where refresh tokens are kept from one use to the next. An authorization server may answer each use of a refresh token with a new one
 * and take no longer the old one (RFC 6749, section 6; RFC 9700, section 4.14.2), so the newest is worth as much as a password: who loses
 * it must have the app authorized anew. An implementation must be thread-safe, and the messages of its exceptions must not hold a token.
 * <p>
 * How {@link OAuthCredentials} uses it, so that no refresh token is lost:
 * <ol>
 * <li>Before it sends a refresh token, it loads the newest. If there is none, it saves the one of the settings first: a store that cannot
 * be read or written is found out while the refresh token is still good.</li>
 * <li>A new refresh token is saved before the access token that came with it is used at all. What is in use was always stored before.</li>
 * <li>If that fails, both stay in memory, nobody gets the access token, and each later attempt first tries to save again, without asking
 * the authorization server for more. So a full disk costs time and no token, unless the process ends meanwhile.</li>
 * <li>If the authorization server does not take a refresh token, and there is another one in the store by now, because someone else who
 * shares the store was faster, that one is used.</li>
 * </ol>
 * What remains is a process that is killed after the authorization server made a new refresh token and before it is saved. Nobody can
 * close that gap on this side; servers that let the old one live for a while do.
 */
public interface TokenStore {

    /**
     * The refresh token that was last saved under the key.
     *
     * @param key no secret; 32 characters, digits and the letters a to f
     * @return empty when there never was one
     * @throws IOException when it cannot be said; the message says what to do
     */
    Optional<String> load(String key) throws IOException;

    /**
     * Saves a refresh token in place of what there is under the key. Once this returns, it must not be lost by a crash, if the store is one
     * that outlives the process.
     *
     * @throws IOException when it could not be saved; what was there before is then still there
     */
    void save(String key, String refreshToken) throws IOException;
}
