// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import io.github.camelpersonalize.emulator.http.Answer;

/** The description of this personality, for tools. */
final class OpenApi {

    private OpenApi() {}

    static Answer get(Call call) {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
            return new Answer(200, Map.of("Content-Type", "application/json"), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
