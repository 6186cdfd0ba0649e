// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.util.Map;
import java.util.Set;

/**
 * One HTTP response, whole and within bounds.
 *
 * @param status the status code
 * @param headers the headers of interest, names in lower case
 * @param body the body, empty when there is none
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

    /**
     * The only headers that are read. Whatever else a server sends is dropped here, so that it can never be taken for a header of Camel's
     * (RFC 9110 names have no reserved prefix for us: {@code CamelFileName} is a legal response header).
     */
    static final Set<String> HEADERS = Set.of("content-type", "content-encoding", "location", "date", "retry-after",
            "x-ratelimit-limit");

    public String header(String name) {
        return headers.get(name);
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether the body is packed in a way that was not asked for; it is never unpacked. */
    public boolean isEncoded() {
        String encoding = header("content-encoding");
        return encoding != null && !"identity".equalsIgnoreCase(encoding.strip());
    }

    public boolean isEmpty() {
        return body.length == 0;
    }
}
