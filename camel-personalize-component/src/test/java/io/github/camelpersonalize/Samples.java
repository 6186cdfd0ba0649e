// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same definitions, and responses, in the words of each dialect: texts that are JSON and YAML at once. Where a definition refers to another
 * one, it says so by its natural key.
 */
public enum Samples {

    CONTRACT {
        @Override
        public String attribute(String key, String name, String... more) {
            return object(more, "\"name\": \"" + name + "\"", "\"key\": \"" + key + "\"", "\"data_type\": \"number\"");
        }

        @Override
        public String event(String key, String text, String... more) {
            return object(more, "\"name\": \"" + text + "\"", "\"key\": \"" + key + "\"");
        }

        @Override
        public String audience(String name, String attribute, String... more) {
            return object(more, "\"name\": \"" + name + "\"", "\"rules\": {\"attribute\": \"" + attribute + "\"}");
        }

        @Override
        public String everyone(String name, String... more) {
            return object(more, "\"name\": \"" + name + "\"");
        }

        @Override
        public String experience(String name, String... more) {
            return object(more, "\"name\": \"" + name + "\"", "\"type\": \"SEGMENTED\"");
        }

        @Override
        public String variants(String... audiences) {
            return Stream.of(audiences).map(name -> "{\"name\": \"" + name + "\", \"audience_uid\": \"ref:audience/" + name + "\"}")
                    .collect(Collectors.joining(", ", "\"variants\": [", "]"));
        }

        @Override
        public String get(String resource) {
            return "GET /" + resource;
        }

        @Override
        public String ruleAttribute() {
            return "/rules/attribute";
        }

        @Override
        public String order(String... uids) {
            return "{\"priority\": " + quoted(uids) + "}";
        }

        @Override
        public String orderPath() {
            return "/experiences/priority";
        }

        @Override
        public String list(String... objects) {
            return "{\"data\": [" + String.join(", ", objects) + "]}";
        }
    },
    LIVE {
        @Override
        public String attribute(String key, String name, String... more) {
            return object(more, "\"name\": \"" + name + "\"", "\"key\": \"" + key + "\"");
        }

        @Override
        public String event(String key, String text, String... more) {
            return object(more, "\"description\": \"" + text + "\"", "\"key\": \"" + key + "\"");
        }

        @Override
        public String audience(String name, String attribute, String... more) {
            return object(more, "\"name\": \"" + name + "\"",
                    "\"definition\": {\"__type\": \"RuleCombination\", \"combinationType\": \"AND\","
                            + " \"rules\": [{\"__type\": \"Rule\", \"attribute\": {\"__type\": \"CustomAttributeReference\", \"ref\": \""
                            + attribute + "\"}, \"attributeMatchCondition\": \"HAS_ANY_VALUE\", \"invertCondition\": false}]}");
        }

        @Override
        public String everyone(String name, String... more) {
            return object(more, "\"name\": \"" + name + "\"",
                    "\"definition\": {\"__type\": \"RuleCombination\", \"combinationType\": \"AND\", \"rules\": []}");
        }

        @Override
        public String experience(String name, String... more) {
            return object(more, "\"name\": \"" + name + "\"", "\"__type\": \"SEGMENTED\"");
        }

        @Override
        public String variants(String... audiences) {
            return Stream.of(audiences)
                    .map(name -> "{\"__type\": \"SegmentedVariant\", \"name\": \"" + name + "\", \"audiences\": [\"ref:audience/" + name
                            + "\"], \"audienceCombinationType\": \"OR\", \"lyticsAudiences\": []}")
                    .collect(Collectors.joining(", ", "\"variants\": [", "]"));
        }

        @Override
        public String get(String resource) {
            return "GET /" + (resource.equals("audiences") ? "audiences?includeLyticsAudiences=true" : resource);
        }

        @Override
        public String ruleAttribute() {
            return "/definition/rules/0/attribute/ref";
        }

        @Override
        public String order(String... uids) {
            return "{\"priorityOrder\": " + quoted(uids) + "}";
        }

        @Override
        public String orderPath() {
            return "/experiences-priority";
        }

        @Override
        public String list(String... objects) {
            return "[" + String.join(", ", objects) + "]";
        }
    };

    /** The value of the option {@code dialect}. */
    public String dialect() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param more members, as {@code "rev": 5} */
    public abstract String attribute(String key, String name, String... more);

    /** @param text for people: its name, or its description where events have no name */
    public abstract String event(String key, String text, String... more);

    /** @param attribute that a rule refers to, by a reference or a uid */
    public abstract String audience(String name, String attribute, String... more);

    /** The JSON pointer to the attribute of {@link #audience}. */
    public abstract String ruleAttribute();

    /** An audience without rules. */
    public abstract String everyone(String name, String... more);

    /** A segmented experience. */
    public abstract String experience(String name, String... more);

    /** The member with a variant for each audience, of the same name. */
    public abstract String variants(String... audiences);

    /** An order of priority. */
    public abstract String order(String... uids);

    /** Where the order of priority is. */
    public abstract String orderPath();

    /** The request for the list of which indexes are made. */
    public abstract String get(String resource);

    /** A list as the service answers it. */
    public abstract String list(String... objects);

    /** A list that is to be written: a batch. */
    public static String batch(String... objects) {
        return "[" + String.join(", ", objects) + "]";
    }

    /** A project of objects of one kind, such as {@code attributes}. */
    public static String project(String kind, String... objects) {
        return "{\"" + kind + "\": " + batch(objects) + "}";
    }

    /** A uid that ends with these hexadecimal digits. */
    public static String uid(String end) {
        return "64c7787b3335554600000000".substring(end.length()) + end;
    }

    /** The member {@code uid}. */
    public static String withUid(String uid) {
        return "\"uid\": \"" + uid + "\"";
    }

    private static String quoted(String... texts) {
        return Stream.of(texts).map(text -> "\"" + text + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    private static String object(String[] more, String... members) {
        return Stream.of(List.of(members), List.of(more)).flatMap(List::stream).collect(Collectors.joining(", ", "{", "}"));
    }
}
