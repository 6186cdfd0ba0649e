// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The members of an object. A member whose value is {@code null} counts as missing. */
public record Shape(List<Member> members) implements Check {

    static Shape of(Member... members) {
        return new Shape(List.of(members));
    }

    Shape and(Member... more) {
        return new Shape(Stream.concat(members.stream(), Stream.of(more)).toList());
    }

    /** The names of all members. */
    public List<String> names() {
        return members.stream().map(Member::name).toList();
    }

    /** The names of the members that must be there. */
    public List<String> required() {
        return members.stream().filter(member -> member.missing().isPresent()).map(Member::name).toList();
    }

    @Override
    public void examine(String at, JsonNode value, Problems problems) {
        if (!(value instanceof ObjectNode object)) {
            problems.add(at, Code.INVALID, "must be an object");
            return;
        }
        for (Member member : members) {
            String place = at.isEmpty() ? member.name() : at + "." + member.name();
            if (object.hasNonNull(member.name())) {
                member.check().examine(place, object.get(member.name()), problems);
            } else {
                member.missing().ifPresent(code -> problems.add(place, code, "is required"));
            }
        }
        problems.addUnknown(at, object, names());
    }
}
