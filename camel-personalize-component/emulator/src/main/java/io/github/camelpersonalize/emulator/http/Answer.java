// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.http;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One answer.
 *
 * @param status
 *            the HTTP status
 * @param headers
 *            what is sent besides the server's own headers
 * @param body
 *            the bytes, possibly none
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** An answer that carries JSON. */
    public static Answer json(int status, JsonNode body) {
        return new Answer(status, JSON, Json.write(body));
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    /** The service's one shape of errors. */
    public static Answer error(int status, String message) {
        return json(status, Json.object().put("message", message).put("status", status));
    }

    /** This answer with one header more. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
