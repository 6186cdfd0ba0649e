// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What a rule asks of the value of an attribute, and the options that this needs. */
enum Condition {

    STRING_EQUALS(Options.TEXT), CONTAINS_SUBSTRING(Options.TEXT), HAS_ANY_VALUE(Options.NONE), //
    NUMBER_EQUAL_TO(Options.NUMBER), NUMBER_GREATER_THAN(Options.NUMBER), NUMBER_LESS_THAN(Options.NUMBER), //
    IS_TRUE(Options.NONE), IS_FALSE(Options.NONE), //
    JSON_MATCH(Options.ANY), BEFORE_TIME(Options.ANY), AFTER_TIME(Options.ANY), BETWEEN_TIME(Options.ANY), //
    IS_MEMBER_OF(Options.AUDIENCE), IS_IN_FLOW_STATE(Options.FLOW_STATE);

    private final Options options;

    Condition(Options options) {
        this.options = options;
    }

    static Optional<Condition> named(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /** The members that the options may have; empty when that is not known. */
    List<String> optionMembers() {
        return options.members;
    }

    /** Whether the rule must have no options. */
    boolean takesNoOptions() {
        return options == Options.NONE;
    }

    boolean accepts(JsonNode given) {
        return options.fits.test(given);
    }

    private enum Options {

        NONE(List.of(), given -> true), //
        ANY(List.of(), given -> true), //
        TEXT("StringMatchOptions", Map.of("value", JsonNode::isTextual)), //
        NUMBER("NumberMatchOptions", Map.of("value", JsonNode::isNumber)), //
        AUDIENCE("AudienceMatchOptions", Map.of("value", JsonNode::isTextual)), //
        FLOW_STATE("FlowStateMatchOptions", Map.of("flowId", JsonNode::isTextual, "flowState", JsonNode::isTextual));

        private final List<String> members;
        private final Predicate<JsonNode> fits;

        Options(List<String> members, Predicate<JsonNode> fits) {
            this.members = members;
            this.fits = fits;
        }

        Options(String type, Map<String, Predicate<JsonNode>> members) {
            this(Stream.concat(Stream.of("__type"), members.keySet().stream()).toList(), given -> given.path("__type").asText().equals(type)
                    && members.entrySet().stream().allMatch(member -> member.getValue().test(given.path(member.getKey()))));
        }
    }
}
