// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.camel.util.URISupport;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * An option of a URI as it is spelled there.
 *
 * @param name empty where the URI has none
 * @param value its spelling, which may contain expressions
 */
record UriOption(String name, String value) {

    private static final Map<Character, Character> RAW_ENDS = Map.of('(', ')', '{', '}');
    private static final String RAW = "RAW";
    private static final Set<String> TARGETS = Set.of("uid", "key", "versionUid");

    /** The options of a query, as Camel reads them, except that an expression may contain anything. */
    static List<UriOption> parse(String query) {
        List<UriOption> options = new ArrayList<>();
        for (int begin = 0; begin < query.length();) {
            int equals = end(query, begin, "=&");
            int value = equals < query.length() && query.charAt(equals) == '=' ? equals + 1 : equals;
            int end = valueEnd(query, value);
            options.add(new UriOption(query.substring(begin, equals), query.substring(value, end)));
            begin = end + 1;
        }
        return options;
    }

    private static int valueEnd(String query, int begin) {
        char close = rawEnd(query.substring(begin));
        int end = end(query, begin, "&");
        while (close != 0 && end < query.length() && query.charAt(end - 1) != close) {
            end = end(query, end + 1, "&");
        }
        return end;
    }

    /** How a value ends that Camel leaves as it is; 0 where it is none. */
    private static char rawEnd(String value) {
        return value.startsWith(RAW) && value.length() > RAW.length() ? RAW_ENDS.getOrDefault(value.charAt(RAW.length()), (char) 0) : 0;
    }

    /** Where one of the signs is next, outside of expressions. */
    static int end(String text, int begin, String signs) {
        int i = begin;
        while (i < text.length() && signs.indexOf(text.charAt(i)) < 0) {
            i = Math.max(i + 1, TextTemplate.expressionEnd(text, i));
        }
        return Math.min(i, text.length());
    }

    /** Whether it says which definition is meant. */
    boolean isTarget() {
        return TARGETS.contains(name);
    }

    boolean isDynamic() {
        return TextTemplate.hasExpression(value);
    }

    boolean isRaw() {
        char close = rawEnd(value);
        return close != 0 && value.charAt(value.length() - 1) == close;
    }

    /** What the spelling of a value means that has the form of this one. */
    String content(String spelling) {
        return isRaw() ? spelling.substring(RAW.length() + 1, spelling.length() - 1) : spelling;
    }

    /** Part of a value, as an endpoint gets it. */
    static String decoded(String part) {
        try {
            String uri = URISupport.normalizeUri("personalize:x?key=." + part + ".");
            Object value = URISupport.parseParameters(new URI(UnsafeUriCharactersEncoder.encode(uri))).get("key");
            String text = String.valueOf(value);
            return text.substring(1, text.length() - 1);
        } catch (Exception e) {
            return part;
        }
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
