// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;

/** What is wrong with a body, member by member: {@code {"errors": {"<member>": [{"code", "message"}]}}}. */
public final class Problems {

    private static final String BODY = "body";

    private final boolean strict;
    private final Map<String, ArrayNode> byMember = new LinkedHashMap<>();

    /**
     * Nothing wrong yet.
     *
     * @param strict
     *            whether members that are not known are wrong
     */
    public Problems(boolean strict) {
        this.strict = strict;
    }

    /** Whether members that are not known are wrong. */
    public boolean isStrict() {
        return strict;
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return byMember.isEmpty();
    }

    /**
     * Adds one.
     *
     * @param at
     *            where, as in {@code variants[0].audiences[1]}; it stands under the first member of that
     * @param message
     *            what is wrong; the place is put in front of it
     */
    public void add(String at, Code code, String message) {
        addSentence(at, code, (at.isEmpty() ? BODY : at) + " " + message);
    }

    /** Adds one whose message stands as it is. */
    public void addSentence(String at, Code code, String message) {
        String member = at.split("[.\\[]", 2)[0];
        byMember.computeIfAbsent(member.isEmpty() ? BODY : member, any -> Json.array())
                .add(Json.object().put("code", code.text()).put("message", message));
    }

    /** Adds what is wrong with members that are not among those, where that matters. */
    public void addUnknown(String at, ObjectNode object, List<String> known) {
        if (!strict) {
            return;
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                add(at.isEmpty() ? name : at + "." + name, Code.UNKNOWN_MEMBER, "should not exist");
            }
        });
    }

    /** The answer, with the status 400. */
    public Answer answer() {
        ObjectNode body = Json.object();
        ObjectNode errors = body.putObject("errors");
        byMember.forEach(errors::set);
        return Answer.json(400, body);
    }
}
