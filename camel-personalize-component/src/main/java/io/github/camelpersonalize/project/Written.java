// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.definition.Comparison;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.KeptStates.Kept;

/** What is known of a definition after a successful write: what was sent, and over it what the response says. */
final class Written {

    private final Project project;
    private final Resource resource;
    private final JsonNode desired;
    private final long startedAt;

    /**
     * @param desired what the project is to have; the definition that is sent may have more members
     * @param startedAt when the write began
     */
    Written(Project project, Resource resource, JsonNode desired, long startedAt) {
        this.project = project;
        this.resource = resource;
        this.desired = desired;
        this.startedAt = startedAt;
    }

    /**
     * Enters the write.
     *
     * @param uid of the definition; the response may be about nothing
     */
    Result enter(Outcome outcome, String uid, JsonNode sent, Success response) {
        boolean isAboutIt = project.dialect().uid(response.body()).isPresent();
        JsonNode said = isAboutIt ? response.body() : desired.deepCopy();
        JsonNode actual = actual(uid, sent, said);
        List<String> differences = differences(actual);
        boolean saysAll = said.equals(actual);
        List<JsonNode> whole = sent.equals(desired) ? whole(actual, said, saysAll) : List.of();
        List<String> unsaid = saysAll ? differences : differences(said);
        project.shared().keep(resource, uid, kept(before(outcome, uid), said, actual, differences, unsaid, !isAboutIt, whole));
        learnKey(uid, actual);
        Result.Success written = project.written(outcome, resource, response.status(), actual, startedAt);
        return Comparison.note(differences).map(written::withNote).orElse(written);
    }

    /** The members of the response in their order, and those that it leaves out: a response with few members is no news of the others. */
    private JsonNode actual(String uid, JsonNode sent, JsonNode said) {
        Optional<JsonNode> known = project.indexed(resource, uid);
        if (known.isEmpty() && isComplete(uid, sent, said)) {
            return said;
        }
        ObjectNode actual = Json.object();
        for (Map.Entry<String, JsonNode> member : said.properties()) {
            if (!isNoKey(member.getKey(), member.getValue())) {
                actual.set(member.getKey(), member.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            actual.putIfAbsent(member.getKey(), member.getValue());
        }
        known.ifPresent(before -> addUnsent(actual, before));
        return actual.put("uid", uid);
    }

    /** Whether the response says all that is known: the rule, where nothing has to be added. */
    private boolean isComplete(String uid, JsonNode sent, JsonNode said) {
        if (!uid.equals(said.path("uid").textValue()) || isNoKey(resource.naturalKey(), said.path(resource.naturalKey()))) {
            return false;
        }
        for (Iterator<String> names = sent.fieldNames(); names.hasNext();) {
            if (!said.has(names.next())) {
                return false;
            }
        }
        return true;
    }

    /** What a write does not change: the members that the service sets, and the natural key where it is not sent. */
    private void addUnsent(ObjectNode actual, JsonNode before) {
        Set<String> names = new HashSet<>(project.shape(resource).readOnlyMembers());
        names.add(resource.naturalKey());
        names.stream().filter(name -> before.has(name) && !actual.has(name)).forEach(name -> actual.set(name, before.get(name)));
    }

    private boolean isNoKey(String name, JsonNode value) {
        return name.equals(resource.naturalKey()) && (!value.isTextual() || value.textValue().isBlank());
    }

    /** The earlier write of the same. What was created now has none. */
    private Optional<Kept> before(Outcome outcome, String uid) {
        return outcome == Outcome.CREATED
                ? Optional.empty()
                : project.kept(resource, uid).filter(earlier -> earlier.isOf(desired));
    }

    private Kept kept(Optional<Kept> before, JsonNode said, JsonNode actual, List<String> differences, List<String> unsaid,
            boolean saysNothing, List<JsonNode> whole) {
        String kept = KeptStates.hash(differences, actual);
        String shown = KeptStates.hash(unsaid, said);
        Set<String> otherwise = kept.equals(shown) ? Set.of(kept) : Set.of(kept, shown);
        return new Kept(desired, otherwise, whole, before.map(Kept::found).orElse(null),
                saysNothing || unsaid.size() > differences.size(), before.map(Kept::isAsSent).orElse(false));
    }

    private static List<JsonNode> whole(JsonNode actual, JsonNode said, boolean saysAll) {
        return saysAll ? List.of(actual) : List.of(actual, said);
    }

    private void learnKey(String uid, JsonNode actual) {
        Optional<String> sent = NaturalKey.of(resource, desired);
        if (sent.isPresent() && !sent.equals(NaturalKey.of(resource, actual))) {
            project.shared().learnKey(resource, sent.get(), uid);
        }
    }

    private List<String> differences(JsonNode actual) {
        return Difference.between(desired, actual, project.shape(resource));
    }
}
