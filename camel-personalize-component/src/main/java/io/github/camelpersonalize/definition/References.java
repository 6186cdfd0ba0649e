// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Dialect.UidSite;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.ReferenceSite.Form;
import io.github.camelpersonalize.text.Quoted;

/**
 * The references of a definition. Any text value may be one, at any depth, but no name of a member. Besides, the dialect says where a text is the key of
 * an attribute, or the uid of a definition.
 */
public final class References {

    private References() {}

    /** All references, in the order of the definition. */
    public static List<ReferenceSite> in(Dialect dialect, JsonNode definition) {
        if (isFlat(dialect, definition) && isPlain(definition)) {
            return List.of();
        }
        List<ReferenceSite> sites = new ArrayList<>();
        Texts.walk(definition, (pointer, text) -> site(dialect, pointer, text).ifPresent(sites::add));
        return sites;
    }

    /** Whether no text is a reference, or is escaped: most definitions. Implicit references do not count. */
    public static boolean isPlain(JsonNode definition) {
        return !Texts.has(definition, Reference::isMarked);
    }

    /** Whether it has no place for an implicit reference: no parts, as attributes and events, nor a member that is one. */
    private static boolean isFlat(Dialect dialect, JsonNode definition) {
        for (JsonNode member : definition) {
            if (member.isContainerNode()) {
                return false;
            }
        }
        for (UidSite site : dialect.uidSites()) {
            if (definition.has(site.path().get(site.path().size() - 1))) {
                return false;
            }
        }
        return definition.isObject();
    }

    /** An error for each text that looks like a reference and is none. */
    public static List<FieldError> validate(JsonNode definition) {
        if (!Texts.has(definition, Reference::isMalformed)) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>();
        Texts.walk(definition, (pointer, text) -> {
            if (Reference.isMalformed(text)) {
                errors.add(new FieldError(pointer.toString(),
                        Quoted.of(text) + " is no reference" + Reference.question(text) + ", which would be " + Reference.RULE
                                + "; write ref:text/… for a text that begins with ref:"));
            }
        });
        return errors;
    }

    /**
     * A copy with uids in place of references, and texts without their escapes. Implicit references stay as they are, because the service
     * resolves them itself.
     *
     * @param uids the uid of a definition, if it has one
     */
    public static Resolution resolve(Dialect dialect, JsonNode definition, Function<Reference, Optional<String>> uids) {
        return resolve(in(dialect, definition), definition, uids);
    }

    /**
     * The same, where the references of the definition are known.
     *
     * @param sites all references of the definition
     */
    public static Resolution resolve(List<ReferenceSite> sites, JsonNode definition, Function<Reference, Optional<String>> uids) {
        List<ReferenceSite> missing = missing(sites, uids);
        List<FieldError> errors = new ArrayList<>(validate(definition));
        missing.forEach(site -> errors.add(site.missing()));
        return errors.isEmpty()
                ? new Resolution.Resolved(Texts.map(definition, text -> resolved(text, uids)))
                : new Resolution.Unresolved(missing, List.copyOf(errors));
    }

    private static List<ReferenceSite> missing(List<ReferenceSite> sites, Function<Reference, Optional<String>> uids) {
        return sites.isEmpty()
                ? sites
                : sites.stream().filter(site -> !site.implicit() && uids.apply(site.reference()).isEmpty()).toList();
    }

    /** A copy with texts without their escapes, for a definition that has no references. */
    public static JsonNode unescaped(JsonNode definition) {
        return isPlain(definition) ? definition : Texts.map(definition, Reference::unescape);
    }

    private static String resolved(String text, Function<Reference, Optional<String>> uids) {
        return Reference.parse(text).flatMap(uids).orElseGet(() -> Reference.unescape(text));
    }

    private static Optional<ReferenceSite> site(Dialect dialect, Texts.Pointer pointer, String text) {
        Optional<Reference> reference = Reference.parse(text);
        if (reference.isPresent() || Reference.isMalformed(text)) {
            return reference.map(named -> new ReferenceSite(named, pointer.toString(), Form.REF));
        }
        return isKeySite(dialect, pointer)
                ? Optional.of(site(Resource.attributes, text, pointer, Form.KEY))
                : uidSite(dialect, pointer).map(site -> site(site.resource(), text, pointer, Form.UID));
    }

    private static ReferenceSite site(Resource resource, String text, Texts.Pointer pointer, Form form) {
        return new ReferenceSite(new Reference(resource, Reference.unescape(text)), pointer.toString(), form);
    }

    private static Optional<UidSite> uidSite(Dialect dialect, Texts.Pointer pointer) {
        for (UidSite site : dialect.uidSites()) {
            if (pointer.endsWith(site.path()) && pointer.isBeside(site.beside())) {
                return Optional.of(site);
            }
        }
        return Optional.empty();
    }

    private static boolean isKeySite(Dialect dialect, Texts.Pointer pointer) {
        return dialect.keySite().isPresent() && pointer.isIn(dialect.keySite().get().within())
                && pointer.endsWith(List.of(dialect.keySite().get().member()));
    }
}
