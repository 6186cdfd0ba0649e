// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.Optional;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.text.Quoted;

/**
 * The name of a definition, which stands for its uid: {@code ref:audience/Adults}.
 *
 * @param resource one of the {@linkplain Resource#parts() parts} of a project
 * @param key the natural key, any text
 */
public record Reference(Resource resource, String key) {

    /** The grammar in words, for error messages. */
    static final String RULE = "ref:attribute/<key>, ref:event/<key>, ref:audience/<name> or ref:experience/<name>";

    private static final String PREFIX = "ref:";
    private static final String LITERAL = "ref:text/";

    /** The reference that a text is, if it is one. */
    public static Optional<Reference> parse(String text) {
        return Resource.project.parts().stream()
                .filter(resource -> text.startsWith(prefix(resource)) && text.length() > prefix(resource).length())
                .map(resource -> new Reference(resource, text.substring(prefix(resource).length()))).findFirst();
    }

    /** A text as it is written in a manifest: as it is, unless it could be taken for a reference. */
    public static String escape(String text) {
        return text.startsWith(PREFIX) ? LITERAL + text : text;
    }

    /** The text that is meant by what is written in a manifest, which is no reference. */
    public static String unescape(String written) {
        return written.startsWith(LITERAL) ? written.substring(LITERAL.length()) : written;
    }

    /** Whether a text neither is a reference nor can be taken literally. */
    static boolean isMalformed(String text) {
        return text.startsWith(PREFIX) && !text.startsWith(LITERAL) && parse(text).isEmpty();
    }

    /** As it is written: {@code ref:audience/Adults}. */
    public String text() {
        return prefix(resource) + key;
    }

    /** As messages call it: {@code audience "Adults"}. */
    @Override
    public String toString() {
        return resource.kind() + " " + Quoted.of(key);
    }

    private static String prefix(Resource resource) {
        return PREFIX + resource.kind() + "/";
    }
}
