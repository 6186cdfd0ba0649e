// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;

/** The members that a definition has in another dialect only. A service may ignore them in silence, so they are refused. */
final class MisplacedMembers {

    private static final String ITEMS = "[].";

    private final Dialect dialect;
    private final String reason;

    MisplacedMembers(Dialect dialect) {
        this.dialect = dialect;
        String others = Dialect.all().stream().map(Dialect::name).filter(name -> !name.equals(dialect.name()))
                .collect(Collectors.joining(" or "));
        reason = "belongs to dialect=" + others + ", and the option dialect is " + dialect.name() + ": ";
    }

    List<FieldError> validate(Resource resource, JsonNode body) {
        if (dialect.shape(resource).misplaced().isEmpty()) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>();
        new TreeMap<>(dialect.shape(resource).misplaced()).forEach((member, advice) -> {
            for (String pointer : pointers(member, body)) {
                errors.add(new FieldError(pointer, reason + advice));
            }
        });
        return errors;
    }

    /** Where a body has a member, which {@link io.github.camelpersonalize.api.Shape#misplaced} names. */
    private static List<String> pointers(String member, JsonNode body) {
        int items = member.indexOf(ITEMS);
        if (items < 0) {
            return body.has(member) ? List.of("/" + member) : List.of();
        }
        List<String> pointers = new ArrayList<>();
        String list = member.substring(0, items);
        String name = member.substring(items + ITEMS.length());
        for (int i = 0; i < body.path(list).size(); i++) {
            if (body.path(list).path(i).has(name)) {
                pointers.add("/" + list + "/" + i + "/" + name);
            }
        }
        return pointers;
    }
}
