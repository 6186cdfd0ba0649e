// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;

/**
 * The member that identifies a definition to people: {@code key} of attributes and events, {@code name} of audiences and experiences.
 * <p>
 * Keys that people cannot tell apart are treated as the same: the service would keep both, and nobody would know which of them a rule means.
 */
public final class NaturalKey {

    /**
     * Nobody compares longer keys by eye. And folding or normalizing a text may take time that grows with the square of its length: minutes for
     * a megabyte.
     */
    private static final int MAX_COMPARED = 256;

    private static final char LAST_ASCII = 0x7F;

    private NaturalKey() {}

    /** The natural key of a definition, if it has one. */
    public static Optional<String> of(Resource resource, JsonNode definition) {
        JsonNode key = definition.path(String.valueOf(resource.naturalKey()));
        return key.isTextual() && !key.textValue().isBlank() ? Optional.of(key.textValue()) : Optional.empty();
    }

    /** The key for comparison: equal for keys that differ only in case, surrounding white space or Unicode form. */
    public static String folded(String key) {
        String trimmed = trimmed(key);
        return isComparable(trimmed) ? normalized(trimmed).toLowerCase(Locale.ROOT) : trimmed;
    }

    private static String normalized(String key) {
        return isAscii(key) ? key : Normalizer.normalize(key, Form.NFKC);
    }

    /** Whether it is of characters that all normalization forms leave alone, as most keys are. */
    private static boolean isAscii(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Whether the key is short enough to be confused with another one. */
    public static boolean isComparable(String key) {
        return key.length() <= MAX_COMPARED;
    }

    static List<FieldError> validate(Resource resource, JsonNode definition) {
        JsonNode key = definition.path(resource.naturalKey());
        Optional<String> fault = key.isTextual() ? violation(key.textValue()) : Optional.empty();
        return fault.isEmpty() ? List.of() : List.of(new FieldError("/" + resource.naturalKey(), fault.get()));
    }

    private static Optional<String> violation(String key) {
        if (!key.equals(trimmed(key))) {
            return Optional.of("begins or ends with white space; remove it");
        }
        if (isComparable(key) && !isAscii(key) && !Normalizer.isNormalized(key, Form.NFC)) {
            return Optional.of("is not in Unicode normalization form C; normalize it, or it will differ from a key that looks the same");
        }
        return Optional.empty();
    }

    /** The key without invisible characters at its ends. */
    public static String trimmed(String key) {
        int begin = 0;
        while (begin < key.length() && isInvisible(key.codePointAt(begin))) {
            begin += Character.charCount(key.codePointAt(begin));
        }
        int end = key.length();
        while (end > begin && isInvisible(key.codePointBefore(end))) {
            end -= Character.charCount(key.codePointBefore(end));
        }
        return key.substring(begin, end);
    }

    /** Invisible at the ends of a key: white space, no-break spaces, characters of no width, control characters. */
    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
