// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;

import static java.util.Collections.unmodifiableMap;

/**
 * The rules of an audience as {@code dialect=live} has them, for its member {@code definition}:
 *
 * <pre>
 * Rules.all(
 *         Rules.attribute("loyalty_tier").equalTo("gold"),
 *         Rules.preset(Preset.COUNTRY).not().equalTo("US"))
 * </pre>
 *
 * A value is put into a body as it is, for example {@code Map.of("name", "Gold", "definition", rules)}. Attributes are referred to by their keys, which an
 * upsert and a manifest resolve; {@code create} and {@code update} need {@link #attributeWithUid}. Immutable.
 */
public final class Rules implements JsonDocument {

    private static final String TYPE = "__type";
    private static final String VALUE = "value";
    private static final String PREFIX = "ref:attribute/";

    private final Map<String, Object> node;
    private final boolean isCombination;

    private Rules(Map<String, Object> node, boolean isCombination) {
        this.node = unmodifiableMap(node);
        this.isCombination = isCombination;
    }

    /** The attributes that every project has. */
    public enum Preset {
        DEVICE_TYPE, OPERATING_SYSTEM, QUERY_PARAMETERS, REFERRER, COUNTRY, REGION, CITY, DATE_AND_TIME
    }

    /** Visitors to whom all of these apply. */
    public static Rules all(Rules... rules) {
        return combination("AND", rules);
    }

    /** Visitors to whom one of these applies at least. */
    public static Rules any(Rules... rules) {
        return combination("OR", rules);
    }

    /** An attribute of the project, by its key. */
    public static Subject attribute(String key) {
        return custom(PREFIX + required("key", key));
    }

    /** An attribute of the project, by its uid. */
    public static Subject attributeWithUid(String uid) {
        return custom(required("uid", uid));
    }

    /** An attribute that every project has. */
    public static Subject preset(Preset preset) {
        return new Subject(members(TYPE, "PresetAttributeReference", "ref", preset.name()), false);
    }

    /**
     * An attribute of which a rule says something.
     *
     * @param reference to the attribute
     * @param isInverted whether the opposite is said
     */
    public record Subject(Map<String, Object> reference, boolean isInverted) {

        /** The opposite of the condition that follows. */
        public Subject not() {
            return new Subject(reference, !isInverted);
        }

        /** It is this text, which for {@link Preset#COUNTRY} is a code such as {@code US}. */
        public Rules equalTo(String text) {
            return condition("STRING_EQUALS", text(text));
        }

        /** This text is a part of it. */
        public Rules contains(String text) {
            return condition("CONTAINS_SUBSTRING", text(text));
        }

        /** It is this number. */
        public Rules equalTo(Number number) {
            return condition("NUMBER_EQUAL_TO", number(number));
        }

        /** It is more than this number. */
        public Rules greaterThan(Number number) {
            return condition("NUMBER_GREATER_THAN", number(number));
        }

        /** It is less than this number. */
        public Rules lessThan(Number number) {
            return condition("NUMBER_LESS_THAN", number(number));
        }

        /** The visitor has one, whatever its value. */
        public Rules hasAnyValue() {
            return condition("HAS_ANY_VALUE", null);
        }

        /** It is {@code true}. */
        public Rules isTrue() {
            return condition("IS_TRUE", null);
        }

        /** It is {@code false}. */
        public Rules isFalse() {
            return condition("IS_FALSE", null);
        }

        /**
         * Another condition of the service.
         *
         * @param name as the service calls it
         * @param options what it needs, or {@code null}
         */
        public Rules condition(String name, Map<String, ?> options) {
            Map<String, Object> rule = members(TYPE, "Rule", "attribute", reference);
            rule.put("attributeMatchCondition", required("name", name));
            if (options != null) {
                rule.put("attributeMatchOptions", unmodifiableMap(new LinkedHashMap<>(options)));
            }
            rule.put("invertCondition", isInverted);
            return new Rules(rule, false);
        }

        private static Map<String, Object> text(String text) {
            return members(TYPE, "StringMatchOptions", VALUE, Objects.requireNonNull(text, "text"));
        }

        private static Map<String, Object> number(Number number) {
            return members(TYPE, "NumberMatchOptions", VALUE, Objects.requireNonNull(number, "number"));
        }
    }

    /** The whole tree, which begins with a combination, also of a single rule. Unmodifiable. */
    @JsonValue
    public Map<String, Object> toMap() {
        return isCombination ? node : all(this).node;
    }

    @Override
    public String toString() {
        return toText();
    }

    private static Rules combination(String type, Rules... rules) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        Stream.of(rules).forEach(one -> nodes.add(one.node));
        Map<String, Object> node = members(TYPE, "RuleCombination", "combinationType", type);
        node.put("rules", List.copyOf(nodes));
        return new Rules(node, true);
    }

    private static Subject custom(String ref) {
        return new Subject(members(TYPE, "CustomAttributeReference", "ref", ref), false);
    }

    private static String required(String what, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a rule needs a " + what);
        }
        return text;
    }

    private static Map<String, Object> members(String first, Object value, String second, Object other) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(first, value);
        members.put(second, other);
        return members;
    }
}
