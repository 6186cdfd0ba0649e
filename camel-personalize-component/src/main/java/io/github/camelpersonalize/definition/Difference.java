// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.model.JsonPointer;

/**
 * The members in which an actual definition differs from the desired one. Only desired members count, because the service and people add others;
 * except in members that are one whole, such as the rules of an audience. Numbers are compared by value, so that 1 equals 1.0.
 */
public final class Difference {

    /** Names and indexes down to the present node. */
    private final Deque<String> path = new ArrayDeque<>();
    private final List<String> pointers = new ArrayList<>();

    private final Set<String> wholeMembers;

    private Difference(Set<String> wholeMembers) {
        this.wholeMembers = wholeMembers;
    }

    /** JSON pointers (RFC 6901) to the members that differ, none when the actual definition matches. */
    public static List<String> between(JsonNode desired, JsonNode actual, Dialect dialect) {
        Difference difference = new Difference(dialect.wholeMembers());
        difference.compare(desired, actual);
        return difference.pointers;
    }

    private void compare(JsonNode desired, JsonNode actual) {
        if (desired.isObject() && actual.isObject()) {
            for (Map.Entry<String, JsonNode> member : desired.properties()) {
                compare(member.getKey(), member.getValue(), actual.path(member.getKey()));
            }
            if (!path.isEmpty() && wholeMembers.contains(path.getFirst())) {
                actual.fieldNames().forEachRemaining(name -> requireDesired(name, desired));
            }
        } else if (desired.isArray() && actual.isArray() && desired.size() == actual.size()) {
            for (int i = 0; i < desired.size(); i++) {
                compare(String.valueOf(i), desired.get(i), actual.get(i));
            }
        } else if (!isSame(desired, actual)) {
            differs();
        }
    }

    private void requireDesired(String name, JsonNode desired) {
        if (!desired.has(name)) {
            path.addLast(name);
            differs();
            path.removeLast();
        }
    }

    private void differs() {
        pointers.add(JsonPointer.of(path));
    }

    private void compare(String name, JsonNode desired, JsonNode actual) {
        path.addLast(name);
        compare(desired, actual);
        path.removeLast();
    }

    private static boolean isSame(JsonNode desired, JsonNode actual) {
        if (desired.isNumber() && actual.isNumber()) {
            return desired.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return desired.equals(actual) || desired.isNull() && actual.isMissingNode();
    }
}
