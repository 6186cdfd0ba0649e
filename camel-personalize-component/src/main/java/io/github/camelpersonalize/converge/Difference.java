// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import static java.util.stream.Collectors.joining;

/**
 * In which members a definition of the service's differs from what is wanted. Only members that are wanted count: the service adds some of its
 * own, and people add others. Numbers are compared by value, so that 1 is 1.0.
 */
final class Difference {

    /** Names and indexes down to where the comparison is. */
    private final Deque<String> path = new ArrayDeque<>();
    private final List<String> pointers = new ArrayList<>();

    private Difference() {}

    /** JSON pointers (RFC 6901) to the members that differ, none when the service's definition is as wanted. */
    static List<String> between(JsonNode wanted, JsonNode held) {
        Difference difference = new Difference();
        difference.compare(wanted, held);
        return difference.pointers;
    }

    private void compare(JsonNode wanted, JsonNode held) {
        if (wanted.isObject() && held.isObject()) {
            for (Map.Entry<String, JsonNode> member : wanted.properties()) {
                compare(member.getKey(), member.getValue(), held.path(member.getKey()));
            }
        } else if (wanted.isArray() && held.isArray() && wanted.size() == held.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                compare(String.valueOf(i), wanted.get(i), held.get(i));
            }
        } else if (!isSame(wanted, held)) {
            pointers.add(path.stream().map(name -> "/" + name.replace("~", "~0").replace("/", "~1")).collect(joining()));
        }
    }

    private void compare(String name, JsonNode wanted, JsonNode held) {
        path.addLast(name);
        compare(wanted, held);
        path.removeLast();
    }

    private static boolean isSame(JsonNode wanted, JsonNode held) {
        if (wanted.isNumber() && held.isNumber()) {
            return wanted.decimalValue().compareTo(held.decimalValue()) == 0;
        }
        return wanted.equals(held) || wanted.isNull() && held.isMissingNode();
    }
}
