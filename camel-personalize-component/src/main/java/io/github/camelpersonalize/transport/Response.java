// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * One whole HTTP response, within bounds.
 *
 * @param status the status code
 * @param headers the headers of interest, names in lower case
 * @param body the body, empty when there is none
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

    /**
     * The only headers that are read. All others are dropped, so that none can be taken for a header of Camel: {@code CamelFileName} is a legal
     * name of a response header (RFC 9110).
     */
    static final Set<String> HEADERS = names("content-type", "content-encoding", "location", "date", "retry-after",
            "x-ratelimit-limit");

    private static Set<String> names(String... names) {
        Set<String> inAnyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        inAnyCase.addAll(Set.of(names));
        return Collections.unmodifiableSet(inAnyCase);
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether the body is compressed, which was not asked for; it is never decompressed. */
    public boolean isEncoded() {
        String encoding = header("content-encoding");
        return encoding != null && !"identity".equalsIgnoreCase(encoding.strip());
    }

    public boolean isEmpty() {
        return body.length == 0;
    }
}
