// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Attributes: bodies as maps, which is what a route gets from a JSON data format, and a list. */
final class Creates {

    static final int BODIES = 1000;

    private static final List<Map<String, Object>> ALL = IntStream.range(0, BODIES).mapToObj(Creates::body).toList();

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Creates() {}

    /** The body of the attribute with this number, as the service lists it too. */
    static Map<String, Object> body(int number) {
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

    /** So many attributes as the service lists them. */
    static String listed(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "{\"uid\":\"%024x\",\"name\":\"Attribute %d\",\"key\":\"attribute_%d\",\"data_type\":\"number\"}"
                        .formatted(i, i, i))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
