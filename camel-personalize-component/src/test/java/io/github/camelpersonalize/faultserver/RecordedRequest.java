// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it came.
 *
 * @param number its place in the order in which request lines came, from 1
 * @param connection the number of the connection that it came on, from 1
 * @param nanoTime when its request line had been read, on the clock of the server
 * @param target as in the request line, with the query
 * @param headers the lines {@code Name: value} in their order and spelling
 * @param body what was read of it, without chunk sizes
 * @param complete whether all of it was read; the server may have been told not to
 */
public record RecordedRequest(int number, int connection, long nanoTime, String method, String target, List<String> headers, byte[] body,
        boolean complete) {

    /** The value of the first header of that name in any case, or {@code null}. */
    public String header(String name) {
        return headers.stream().filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1)).findFirst()
                .map(line -> line.substring(name.length() + 1).strip()).orElse(null);
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The method and the target. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
