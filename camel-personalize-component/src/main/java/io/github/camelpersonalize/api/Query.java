// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The query of a request (RFC 3986, section 3.4): names may repeat, and keep their order. Immutable.
 *
 * @param parameters in their order
 */
public record Query(List<Parameter> parameters) {

    /** Of a request without one. */
    public static final Query NONE = new Query(List.of());

    /** Copies what it is given. */
    public Query {
        parameters = List.copyOf(parameters);
    }

    /** A name and a value, neither of them encoded. */
    public record Parameter(String name, String value) {}

    /** This query with one more parameter at its end. */
    public Query and(String name, String value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new Query(more);
    }

    /** This query and another behind it. */
    public Query and(Query other) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.addAll(other.parameters);
        return new Query(more);
    }

    /** With the question mark, encoded; empty without parameters. */
    String encoded() {
        return parameters.isEmpty()
                ? ""
                : parameters.stream().map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
