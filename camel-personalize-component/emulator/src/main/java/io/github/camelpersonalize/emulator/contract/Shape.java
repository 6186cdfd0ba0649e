// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The known members of an object. Members that are not listed are welcome whatever they hold. */
record Shape(List<Member> members) implements Check {

    static Shape of(Member... members) {
        return new Shape(List.of(members));
    }

    List<String> faults(JsonNode object) {
        List<String> faults = new ArrayList<>();
        examine("", object, faults);
        return faults;
    }

    @Override
    public void examine(String at, JsonNode value, List<String> faults) {
        if (!value.isObject()) {
            faults.add(at + " must be an object");
            return;
        }
        for (Member member : members) {
            String place = at.isEmpty() ? member.name() : at + "." + member.name();
            JsonNode found = value.get(member.name());
            if (found != null) {
                member.check().examine(place, found, faults);
            } else if (member.required()) {
                faults.add(place + " is required");
            }
        }
    }
}
