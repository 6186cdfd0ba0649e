// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.ServiceMembers;
import org.jspecify.annotations.Nullable;

/** Selects the definitions of a project to export, with reasons for those that are left out. */
final class Selection {

    private static final Comparator<Definition> BY_KEY = Comparator.comparing(Definition::resource).thenComparing(Definition::key);

    private static final String AS_IT_IS = "; with validate=false it is exported and applied as it is";

    private final Dialect dialect;
    private final EntryCheck check;
    private final ServiceMembers serviceMembers;
    private final List<Definition> valid = new ArrayList<>();
    private final Map<Reference, List<Definition>> sameKey = new HashMap<>();
    private final List<Omitted> invalid = new ArrayList<>();
    /** What can be referred to and is not the project's own: the uids of those that a reference may mean. */
    private final Map<Reference, Set<String>> foreign = new HashMap<>();

    /**
     * A definition of the project.
     *
     * @param key its natural key, or else its name or uid
     * @param uid its uid, or {@code null}
     * @param members its members, without those that the service sets
     */
    record Definition(Resource resource, String key, @Nullable String uid, ObjectNode members) {

        Reference reference() {
            return new Reference(resource, key);
        }
    }

    private record Omitted(Definition definition, String reason) {}

    Selection(Dialect dialect, EntryCheck check, ServiceMembers serviceMembers) {
        this.dialect = dialect;
        this.check = check;
        this.serviceMembers = serviceMembers;
    }

    void add(Resource resource, JsonNode sent) {
        String uid = sent.path("uid").textValue();
        Optional<String> key = NaturalKey.of(resource, sent);
        String name = key.orElse(sent.path("name").asText(Objects.toString(uid, "")));
        Definition definition = new Definition(resource, name, uid, members(resource, sent));
        dialect.shape(resource).foreignKey(sent)
                .ifPresent(other -> foreign.computeIfAbsent(new Reference(resource, other), any -> new HashSet<>()).add(uid));
        if (dialect.shape(resource).isEverywhere(sent)) {
            return;
        }
        Optional<String> violation = violation(resource, sent, definition.members());
        if (violation.isPresent()) {
            invalid.add(new Omitted(definition, violation.get()));
        } else {
            valid.add(definition);
            sameKey.computeIfAbsent(new Reference(resource, NaturalKey.folded(name)), folded -> new ArrayList<>(1)).add(definition);
        }
    }

    /** The definitions that are exported, sorted. */
    List<Definition> selected() {
        return valid.stream().filter(definition -> lookAlikes(definition).size() == 1).sorted(BY_KEY).toList();
    }

    /** References to definitions that are not the project's own, by their uids; but for those whose key is their uid, in every project. */
    Map<String, Reference> foreign() {
        Map<String, Reference> references = new HashMap<>();
        Set<Reference> own = valid.stream().map(Definition::reference).collect(Collectors.toSet());
        foreign.forEach((reference, uids) -> {
            if (uids.size() == 1 && !own.contains(reference) && !uids.contains(reference.key())) {
                references.put(uids.iterator().next(), reference);
            }
        });
        return references;
    }

    /** The uids of the definitions that are not exported. */
    Set<String> skippedUids() {
        return omitted().stream().map(entry -> entry.definition().uid()).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /**
     * The definitions that are not exported.
     *
     * @param referrers the exported definitions that refer to them, by their uids
     */
    List<Skipped> skipped(Map<String, Set<String>> referrers) {
        return omitted().stream().sorted(Comparator.comparing(Omitted::definition, BY_KEY)).map(entry -> skipped(entry, referrers))
                .toList();
    }

    private static Skipped skipped(Omitted entry, Map<String, Set<String>> referrers) {
        Definition definition = entry.definition();
        Set<String> names = referrers.getOrDefault(definition.uid(), Set.of());
        String kept = names.isEmpty() ? "" : "; its uid " + definition.uid() + " stays in " + String.join(", ", names);
        return new Skipped(definition.resource().kind(), definition.key(), entry.reason() + kept);
    }

    private List<Omitted> omitted() {
        List<Omitted> all = new ArrayList<>(invalid);
        for (Definition definition : valid) {
            List<Definition> others = lookAlikes(definition);
            if (others.size() > 1) {
                all.add(new Omitted(definition, "one of " + others.size() + " " + definition.resource() + " that have this "
                        + definition.resource().naturalKey() + ", or one that looks the same"));
            }
        }
        return all;
    }

    private List<Definition> lookAlikes(Definition definition) {
        return Objects.requireNonNull(sameKey.get(new Reference(definition.resource(), NaturalKey.folded(definition.key()))));
    }

    private ObjectNode members(Resource resource, JsonNode sent) {
        if (sent instanceof ObjectNode object) {
            return serviceMembers.without(resource, object);
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private Optional<String> violation(Resource resource, JsonNode sent, ObjectNode members) {
        return dialect.shape(resource).origin(sent).or(() -> invalid(check.validateSent(resource, members))
                .map(reason -> NaturalKey.of(resource, members).isEmpty() ? reason : reason + AS_IT_IS));
    }

    private static Optional<String> invalid(List<FieldError> errors) {
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("not valid: " + errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
    }
}
