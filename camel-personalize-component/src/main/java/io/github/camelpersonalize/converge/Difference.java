// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * In which members a definition of the service's differs from what is wanted. Only members that are wanted count: the service adds some of its
 * own, and people add others. Numbers are compared by value, so that 1 is 1.0.
 */
final class Difference {

    private Difference() {}

    /** JSON pointers (RFC 6901) to the members that differ, none when the service's definition is as wanted. */
    static List<String> between(JsonNode wanted, JsonNode held) {
        List<String> pointers = new ArrayList<>();
        compare(wanted, held, "", pointers);
        return pointers;
    }

    private static void compare(JsonNode wanted, JsonNode held, String pointer, List<String> pointers) {
        if (wanted.isObject() && held.isObject()) {
            for (Map.Entry<String, JsonNode> member : wanted.properties()) {
                String name = member.getKey().replace("~", "~0").replace("/", "~1");
                compare(member.getValue(), held.path(member.getKey()), pointer + "/" + name, pointers);
            }
        } else if (wanted.isArray() && held.isArray() && wanted.size() == held.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                compare(wanted.get(i), held.get(i), pointer + "/" + i, pointers);
            }
        } else if (!isSame(wanted, held)) {
            pointers.add(pointer);
        }
    }

    private static boolean isSame(JsonNode wanted, JsonNode held) {
        if (wanted.isNumber() && held.isNumber()) {
            return wanted.decimalValue().compareTo(held.decimalValue()) == 0;
        }
        return wanted.equals(held) || wanted.isNull() && held.isMissingNode();
    }
}
