// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server has to say, before it takes a form on the wire.
 *
 * @param headers lines {@code Name: value}, without those that say where the body ends
 */
record Response(int status, List<String> headers, byte[] body) {

    private static final String JSON = "Content-Type: application/json";

    static Response empty(int status) {
        return new Response(status, List.of(), new byte[0]);
    }

    static Response json(int status, String body) {
        return new Response(status, List.of(JSON), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer with one header set, or with none of that name if the value is {@code null}. */
    Response header(String name, String value) {
        List<String> lines = new ArrayList<>(headers);
        lines.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
        if (value != null) {
            lines.add(name + ": " + value);
        }
        return new Response(status, lines, body);
    }

    /** The answer with another body, which is JSON unless a header says otherwise. */
    Response body(byte[] other) {
        return new Response(status, headers.isEmpty() ? List.of(JSON) : headers, other);
    }

    /** Status line, headers and the blank line. */
    byte[] head(String statusLine, String... more) {
        List<String> lines = new ArrayList<>(List.of(statusLine));
        lines.addAll(headers);
        lines.addAll(List.of(more));
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    String statusLine() {
        return "HTTP/1.1 " + status + (status < 400 ? " OK" : " Error");
    }
}
