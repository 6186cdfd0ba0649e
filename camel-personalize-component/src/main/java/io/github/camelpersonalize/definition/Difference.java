// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.model.JsonPointer;

/**
 * The members in which an actual definition differs from the desired one. Only desired members count, because the service and people add others;
 * except in members that are one whole, such as the rules of an audience. Numbers are compared by value, so that 1 equals 1.0.
 */
public final class Difference {

    /** More than most definitions have. */
    private static final int LEVELS = 4;

    /** Names and indexes down to the present node. */
    private final Deque<String> path = new ArrayDeque<>(LEVELS);
    private final List<String> pointers = new ArrayList<>();

    private final Predicate<String> isWhole;
    private final boolean isNullAbsent;

    /**
     * @param isWhole whether of a member of the root all counts, and not only what is desired
     * @param isNullAbsent whether {@code null} is desired where there is no such member
     */
    private Difference(Predicate<String> isWhole, boolean isNullAbsent) {
        this.isWhole = isWhole;
        this.isNullAbsent = isNullAbsent;
    }

    /** JSON pointers (RFC 6901) to the members that differ, none when the actual definition matches. */
    public static List<String> between(JsonNode desired, JsonNode actual, Shape shape) {
        Difference difference = new Difference(shape.wholeMembers()::contains, true);
        difference.compare(desired, actual);
        return difference.pointers;
    }

    /**
     * JSON pointers to all members that change when a definition is replaced.
     *
     * @param body what the service is sent, without the members that only the service sets
     */
    public static List<String> ofReplacement(JsonNode body, JsonNode actual, Shape shape) {
        Difference difference = new Difference(member -> true, false);
        difference.compare(body, actual);
        actual.fieldNames().forEachRemaining(name -> {
            if (!shape.readOnlyMembers().contains(name)) {
                difference.requireDesired(name, body);
            }
        });
        return difference.pointers;
    }

    private void compare(JsonNode desired, JsonNode actual) {
        if (desired.isObject() && actual.isObject()) {
            desired.forEachEntry((name, value) -> compare(name, value, actual.path(name)));
            if (!path.isEmpty() && isWhole.test(path.getFirst())) {
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

    private boolean isSame(JsonNode desired, JsonNode actual) {
        if (desired.isNumber() && actual.isNumber()) {
            return desired.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return desired.equals(actual) || isNullAbsent && desired.isNull() && actual.isMissingNode();
    }
}
