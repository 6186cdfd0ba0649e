// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A uid that may stand in a URL: 1 to 128 of the characters that RFC 3986 calls unreserved, and not only dots.
 * <p>
 * A uid comes from messages and from responses, so it is never trusted: a dot segment, a separator or an escape in it would address another
 * resource, with this component's credentials. Characters that the rule allows are the same percent-encoded and plain, hence one path segment
 * for every server and gateway on the way.
 */
public record Uid(String value) {

    /** The rule in words, for error messages. */
    public static final String RULE = "a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots";

    private static final int MAX = 128;
    private static final String MARKS = "-_~";

    public Uid {
        if (!isLegal(value)) {
            throw new IllegalArgumentException(RULE);
        }
    }

    /** Whether the text satisfies the rule. */
    public static boolean isLegal(@Nullable String text) {
        if (text == null || text.length() > MAX) {
            return false;
        }
        boolean isOnlyDots = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && !isLetterOrDigit(c) && MARKS.indexOf(c) < 0) {
                return false;
            }
            isOnlyDots &= c == '.';
        }
        return !isOnlyDots;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** The legal uid of a definition, if it has one. */
    static Optional<Uid> of(JsonNode definition) {
        JsonNode uid = definition.path("uid");
        return uid.isTextual() && isLegal(uid.textValue()) ? Optional.of(new Uid(uid.textValue())) : Optional.empty();
    }

    /** One path segment (RFC 3986, section 3.3): the rule leaves nothing that needs an escape. */
    String encoded() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
