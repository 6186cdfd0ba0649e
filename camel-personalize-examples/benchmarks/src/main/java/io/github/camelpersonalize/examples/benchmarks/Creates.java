// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Bodies of attributes, as maps: what a route gets from a JSON data format. */
final class Creates {

    static final int BODIES = 1000;

    private static final List<Map<String, Object>> ALL = IntStream.range(0, BODIES).mapToObj(Creates::body).toList();

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Creates() {}

    private static Map<String, Object> body(int number) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "Attribute " + number);
        body.put("key", "attribute_" + number);
        body.put("data_type", "number");
        return body;
    }

    /** Another one each time, in turn: two at once would be of one key, of which the component sends one at a time. */
    static Map<String, Object> next() {
        return of(Math.floorMod(NEXT.getAndIncrement(), BODIES));
    }

    static Map<String, Object> of(int number) {
        return ALL.get(number);
    }
}
