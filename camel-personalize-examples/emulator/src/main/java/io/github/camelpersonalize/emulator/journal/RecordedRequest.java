// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Json;

/**
 * One request that the service saw.
 *
 * @param number
 *            1 for the first since the start or the last reset
 * @param time
 *            when it arrived
 * @param method
 *            upper case
 * @param path
 *            undecoded, with the query when there was one
 * @param operation
 *            the name of the operation, empty when there is none for method and path
 * @param headers
 *            names in small letters; the values of credentials are masked
 * @param body
 *            the text of the body, empty when there was none
 * @param status
 *            what it was answered with, 0 when the answer was a broken connection
 * @param fault
 *            the fault that a script played, empty when there was none
 * @param answer
 *            what it was answered with
 */
public record RecordedRequest(long number, Instant time, String method, String path, String operation, Map<String, String> headers,
        String body,
        int status, String fault, RecordedAnswer answer) {

    /** The header's value, null when it was not sent. */
    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The body as a tree; fails when it is not JSON. */
    public JsonNode json() {
        return Json.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow(() -> new IllegalStateException("not JSON: " + body));
    }

    /** The project that the request was for, empty when it named none. */
    public String project() {
        return headers.getOrDefault("x-project-uid", "");
    }

    @Override
    public String toString() {
        return method + " " + path + " " + (fault.isEmpty() ? status : fault);
    }
}
