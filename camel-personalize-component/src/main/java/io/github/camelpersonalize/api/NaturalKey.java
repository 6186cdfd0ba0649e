// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The member that identifies a definition to people: {@code key} of attributes and events, {@code name} of audiences and experiences.
 * <p>
 * Keys that people cannot tell apart are taken for one: the service would keep both, and nobody would know which of them a rule means.
 */
public final class NaturalKey {

    private NaturalKey() {}

    /** The natural key of a definition, if it has one. */
    public static Optional<String> of(Resource resource, JsonNode definition) {
        JsonNode key = definition.path(String.valueOf(resource.naturalKey()));
        return key.isTextual() && !key.textValue().isBlank() ? Optional.of(key.textValue()) : Optional.empty();
    }

    /** What two keys share that differ only in case, surrounding white space or Unicode form. */
    public static String folded(String key) {
        return Normalizer.normalize(key.strip(), Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static List<FieldError> faults(Resource resource, JsonNode definition) {
        return of(resource, definition).flatMap(NaturalKey::fault).map(fault -> new FieldError("/" + resource.naturalKey(), fault)).stream()
                .toList();
    }

    private static Optional<String> fault(String key) {
        if (!key.equals(key.strip())) {
            return Optional.of("begins or ends with white space; remove it");
        }
        if (!Normalizer.isNormalized(key, Form.NFC)) {
            return Optional.of("is not in Unicode normalization form C; normalize it, or it will differ from a key that looks the same");
        }
        return Optional.empty();
    }
}
