// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.Quoted;

/**
 * A reference to a definition by its natural key, in place of its uid: {@code ref:audience/Adults}.
 *
 * @param resource one of the {@linkplain Resource#parts() parts} of a project
 * @param key the natural key, any text
 */
public record Reference(Resource resource, String key) implements Comparable<Reference> {

    /** The grammar in words, for error messages. */
    static final String RULE = "ref:attribute/<key>, ref:event/<key>, ref:audience/<name> or ref:experience/<name>";

    private static final List<String> KINDS = Resource.project.parts().stream().map(Resource::kind).toList();
    private static final String PREFIX = "ref:";
    private static final String LITERAL = "ref:text/";

    /** Parses a text, if it is a reference. */
    public static Optional<Reference> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return Resource.project.parts().stream()
                .filter(resource -> text.startsWith(prefix(resource)) && text.length() > prefix(resource).length())
                .map(resource -> new Reference(resource, text.substring(prefix(resource).length()))).findFirst();
    }

    /** A text as a manifest has it: escaped when it could be taken for a reference. */
    public static String escape(String text) {
        return text.startsWith(PREFIX) ? LITERAL + text : text;
    }

    /** The text without the escape. */
    public static String unescape(String written) {
        return written.startsWith(LITERAL) ? written.substring(LITERAL.length()) : written;
    }

    /** Whether a text is a reference, is escaped, or looks like one of these. */
    static boolean isMarked(String text) {
        return text.startsWith(PREFIX);
    }

    /** Whether a text is neither a reference nor a plain or escaped text. */
    static boolean isMalformed(String text) {
        return text.startsWith(PREFIX) && !text.startsWith(LITERAL) && parse(text).isEmpty();
    }

    /** The kind that was probably meant by a malformed reference, as a question; empty where none is near. */
    static String question(String text) {
        String kind = text.substring(PREFIX.length()).split("/", 2)[0];
        return Nearest.question(kind, KINDS);
    }

    /** By key: maps search keys of one hash code by an order, and senders can make up any number of these. */
    @Override
    public int compareTo(Reference other) {
        int byKey = key.compareTo(other.key);
        return byKey == 0 ? resource.compareTo(other.resource) : byKey;
    }

    /** As a manifest has it: {@code ref:audience/Adults}. */
    public String text() {
        return prefix(resource) + key;
    }

    /** As messages have it: {@code audience "Adults"}. */
    @Override
    public String toString() {
        return resource.kind() + " " + Quoted.of(key);
    }

    private static String prefix(Resource resource) {
        return PREFIX + resource.kind() + "/";
    }
}
