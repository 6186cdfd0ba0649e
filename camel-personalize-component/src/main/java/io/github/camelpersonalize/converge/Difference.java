// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;

import static java.util.stream.Collectors.joining;

/**
 * In which members a definition of the service's differs from what is wanted. Only members that are wanted count: the service adds some of its
 * own, and people add others. The exception are members that are one whole, such as the rules of an audience: there, what is not wanted must not
 * be. Numbers are compared by value, so that 1 is 1.0.
 */
final class Difference {

    /** Names and indexes down to where the comparison is. */
    private final Deque<String> path = new ArrayDeque<>();
    private final List<String> pointers = new ArrayList<>();

    private final Set<String> wholeMembers;

    private Difference(Set<String> wholeMembers) {
        this.wholeMembers = wholeMembers;
    }

    /** JSON pointers (RFC 6901) to the members that differ, none when the service's definition is as wanted. */
    static List<String> between(JsonNode wanted, JsonNode held, Dialect dialect) {
        Difference difference = new Difference(dialect.wholeMembers());
        difference.compare(wanted, held);
        return difference.pointers;
    }

    private void compare(JsonNode wanted, JsonNode held) {
        if (wanted.isObject() && held.isObject()) {
            for (Map.Entry<String, JsonNode> member : wanted.properties()) {
                compare(member.getKey(), member.getValue(), held.path(member.getKey()));
            }
            if (!path.isEmpty() && wholeMembers.contains(path.getFirst())) {
                held.fieldNames().forEachRemaining(name -> requireWanted(name, wanted));
            }
        } else if (wanted.isArray() && held.isArray() && wanted.size() == held.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                compare(String.valueOf(i), wanted.get(i), held.get(i));
            }
        } else if (!isSame(wanted, held)) {
            differs();
        }
    }

    private void requireWanted(String name, JsonNode wanted) {
        if (!wanted.has(name)) {
            path.addLast(name);
            differs();
            path.removeLast();
        }
    }

    private void differs() {
        pointers.add(path.stream().map(name -> "/" + name.replace("~", "~0").replace("/", "~1")).collect(joining()));
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
