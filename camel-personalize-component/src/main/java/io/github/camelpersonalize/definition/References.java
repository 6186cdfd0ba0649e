// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.text.Quoted;

/**
 * The references of a definition. Any text value may be one, at any depth; names of members are not looked at. Besides, an object in the
 * {@code rules} of an audience names an attribute by its member {@code attribute}.
 */
public final class References {

    private static final String RULES = "rules";
    private static final String ATTRIBUTE = "attribute";

    private References() {}

    /** All references, in the order of the definition. */
    public static List<ReferenceSite> in(JsonNode definition) {
        List<ReferenceSite> mentions = new ArrayList<>();
        Texts.walk(definition, (pointer, text) -> mention(pointer, text).ifPresent(mentions::add));
        return mentions;
    }

    /** All texts that look like a reference and are none. */
    public static List<FieldError> validate(JsonNode definition) {
        List<FieldError> faults = new ArrayList<>();
        Texts.walk(definition, (pointer, text) -> {
            if (Reference.isMalformed(text)) {
                faults.add(new FieldError(pointer.toString(), Quoted.of(text) + " is no reference, which would be " + Reference.RULE
                        + "; write ref:text/… for a text that begins with ref:"));
            }
        });
        return faults;
    }

    /**
     * A copy with uids in the places of references, and escaped texts as they are meant. Implicit references stay as they are, because the
     * service reads them itself.
     *
     * @param uids the uid of a definition, if it has one
     */
    public static Resolution resolve(JsonNode definition, Function<Reference, Optional<String>> uids) {
        List<ReferenceSite> missing = in(definition).stream()
                .filter(mention -> !mention.implicit() && uids.apply(mention.reference()).isEmpty())
                .toList();
        List<FieldError> faults = new ArrayList<>(validate(definition));
        missing.forEach(mention -> faults.add(mention.missing()));
        return faults.isEmpty()
                ? new Resolution.Resolved(Texts.map(definition, text -> meant(text, uids)))
                : new Resolution.Unresolved(missing, List.copyOf(faults));
    }

    private static String meant(String text, Function<Reference, Optional<String>> uids) {
        return Reference.parse(text).flatMap(uids).orElseGet(() -> Reference.unescape(text));
    }

    private static Optional<ReferenceSite> mention(Texts.Pointer pointer, String text) {
        Optional<Reference> reference = Reference.parse(text);
        if (reference.isPresent() || !pointer.isIn(RULES) || !pointer.endsWith(ATTRIBUTE) || Reference.isMalformed(text)) {
            return reference.map(named -> new ReferenceSite(named, pointer.toString(), false));
        }
        return Optional.of(new ReferenceSite(new Reference(Resource.attributes, Reference.unescape(text)),
                pointer.toString(), true));
    }
}
