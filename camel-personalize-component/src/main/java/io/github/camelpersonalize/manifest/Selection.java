// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Origin;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.ServiceMembers;

/** Which of a project's definitions an export takes, and why it leaves out the others. */
final class Selection {

    private static final Comparator<Definition> BY_KEY = Comparator.comparing(Definition::resource).thenComparing(Definition::key);

    private final EntryCheck check;
    private final ServiceMembers serviceMembers;
    private final List<Definition> sound = new ArrayList<>();
    private final Map<Reference, List<Definition>> sameKey = new HashMap<>();
    private final List<Left> left = new ArrayList<>();

    /**
     * A definition of the project.
     *
     * @param key its natural key, or what else there is to call it
     * @param uid its uid, or {@code null}
     * @param members what it says, without what the service sets
     */
    record Definition(Resource resource, String key, String uid, ObjectNode members) {

        Reference reference() {
            return new Reference(resource, key);
        }
    }

    private record Left(Definition definition, String reason) {}

    Selection(EntryCheck check, ServiceMembers serviceMembers) {
        this.check = check;
        this.serviceMembers = serviceMembers;
    }

    void add(Resource resource, JsonNode sent) {
        String uid = sent.path("uid").textValue();
        Optional<String> key = NaturalKey.of(resource, sent);
        String name = key.orElse(sent.path("name").asText(Objects.toString(uid, "")));
        ObjectNode members = sent instanceof ObjectNode object
                ? serviceMembers.without(resource, object)
                : JsonNodeFactory.instance.objectNode();
        Definition definition = new Definition(resource, name, uid, members);
        Optional<String> objection = violation(resource, sent, members);
        if (objection.isPresent()) {
            left.add(new Left(definition, objection.get()));
        } else {
            sound.add(definition);
            sameKey.computeIfAbsent(new Reference(resource, NaturalKey.folded(name)), folded -> new ArrayList<>()).add(definition);
        }
    }

    /** Those that are exported, sorted. */
    List<Definition> taken() {
        return sound.stream().filter(definition -> lookAlikes(definition).size() == 1).sorted(BY_KEY).toList();
    }

    /** The uids of those that are not exported. */
    Set<String> leftUids() {
        return left().stream().map(entry -> entry.definition().uid()).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /**
     * Those that are not exported.
     *
     * @param users who names them nevertheless, by their uids
     */
    List<Skipped> skipped(Map<String, Set<String>> users) {
        return left().stream().sorted(Comparator.comparing(Left::definition, BY_KEY)).map(entry -> {
            Definition definition = entry.definition();
            Set<String> names = users.getOrDefault(definition.uid(), Set.of());
            String kept = names.isEmpty() ? "" : "; its uid " + definition.uid() + " stays in " + String.join(", ", names);
            return new Skipped(definition.resource().kind(), definition.key(), entry.reason() + kept);
        }).toList();
    }

    private List<Left> left() {
        List<Left> all = new ArrayList<>(left);
        for (Definition definition : sound) {
            List<Definition> others = lookAlikes(definition);
            if (others.size() > 1) {
                all.add(new Left(definition, "one of " + others.size() + " " + definition.resource() + " that have this "
                        + definition.resource().naturalKey() + ", or one that looks the same"));
            }
        }
        return all;
    }

    private List<Definition> lookAlikes(Definition definition) {
        return sameKey.get(new Reference(definition.resource(), NaturalKey.folded(definition.key())));
    }

    private Optional<String> violation(Resource resource, JsonNode sent, ObjectNode members) {
        return Origin.elsewhere(resource, sent).or(() -> invalid(check.faultsOfSent(resource, members)));
    }

    private static Optional<String> invalid(List<FieldError> faults) {
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of("not valid: " + faults.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
    }
}
