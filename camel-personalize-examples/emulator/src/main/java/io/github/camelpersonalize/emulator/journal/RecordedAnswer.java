// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.journal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelpersonalize.emulator.http.Answer;

/**
 * What a request was answered with. Of long bodies only the beginning is kept.
 *
 * @param headers
 *            what was sent besides the server's own headers
 * @param body
 *            the first 4 000 bytes as text
 * @param length
 *            how many bytes there were
 */
public record RecordedAnswer(Map<String, String> headers, String body, int length) {

    private static final int KEPT = 4_000;

    /** No answer but a broken connection. */
    static final RecordedAnswer NONE = new RecordedAnswer(Map.of(), "", 0);

    static RecordedAnswer of(Answer answer) {
        int length = answer.body().length;
        String body = new String(answer.body(), 0, Math.min(length, KEPT), StandardCharsets.UTF_8);
        return new RecordedAnswer(new TreeMap<>(answer.headers()), length > KEPT ? body.replaceFirst("\uFFFD$", "") : body, length);
    }
}
