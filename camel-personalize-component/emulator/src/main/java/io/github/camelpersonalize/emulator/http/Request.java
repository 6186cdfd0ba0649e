// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** The values of a parameter of the query, decoded, in their order; none when it is absent. The name is written as it is, without encoding. */
    public List<String> parameters(String name) {
        return Stream.of(query.split("&")).map(pair -> pair.split("=", 2)).filter(pair -> decoded(pair[0]).equals(name))
                .map(pair -> pair.length == 2 ? decoded(pair[1]) : "").toList();
    }

    /** The first value of a parameter of the query, decoded. */
    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
