// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as it arrived.
 *
 * @param method
 *            upper case
 * @param path
 *            undecoded, without the query
 * @param query
 *            undecoded, empty when there was none
 * @param headers
 *            by name; spelling does not matter when they are looked up
 * @param body
 *            the bytes, possibly none
 */
public record Request(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    /** Makes the names of headers indifferent to case. */
    public Request {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The header's first value, trimmed; empty when the header is absent or blank. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().map(String::strip).filter(value -> !value.isEmpty()).findFirst();
    }
}
