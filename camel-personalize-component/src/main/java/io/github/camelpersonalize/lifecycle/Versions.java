// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.api.Shape.Items;
import io.github.camelpersonalize.api.Versioning;
import io.github.camelpersonalize.definition.Parts;
import io.github.camelpersonalize.definition.ServiceMembers;
import io.github.camelpersonalize.model.SameJson;

/** The versions of one definition, oldest first. Those that are archived count for nothing but the uids of their items. Immutable. */
public final class Versions {

    private final Shape shape;
    private final Versioning versioning;
    private final Items items;
    private final List<JsonNode> all;

    /**
     * @param shape of a resource with versions
     * @param all as the service lists them
     */
    public Versions(Shape shape, Iterable<? extends JsonNode> all) {
        this.shape = shape;
        this.versioning = shape.versioning().orElseThrow();
        this.items = shape.items().orElseThrow();
        List<JsonNode> copy = new ArrayList<>();
        all.forEach(copy::add);
        this.all = List.copyOf(copy);
    }

    /** The version of this uid. */
    public Optional<JsonNode> withUid(String uid) {
        return all.stream().filter(version -> version.path("uid").asText().equals(uid)).findFirst();
    }

    /** The version that is being written. */
    public Optional<JsonNode> draft() {
        return newest(versioning.draft());
    }

    /** The version that visitors see. */
    public Optional<JsonNode> active() {
        return newest(versioning.active());
    }

    /** The newest of the versions that can be active again. */
    public Optional<JsonNode> paused() {
        return newest(versioning.paused());
    }

    /** The version that is active, or was before it was paused. */
    public Optional<JsonNode> running() {
        return active().or(this::paused);
    }

    /** What people take for the definition's version: that which runs or has run, else the draft. */
    public Optional<JsonNode> current() {
        return running().or(this::draft);
    }

    /** The newest of those that are or were active. */
    public Optional<JsonNode> newestEverActive() {
        return newest(version -> !versioning.status(version).equals(versioning.draft()));
    }

    /** All of them, archived ones too. */
    public List<JsonNode> all() {
        return all;
    }

    /** The newest of all, also of the archived ones. */
    Optional<JsonNode> newest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether it has only the draft that the service has made with the definition, and nobody has filled it. */
    public boolean isUntouched() {
        return all.isEmpty() || all.size() == 1 && draft().filter(version -> items(version).isEmpty()).isPresent();
    }

    /** Whether it has a draft beside another version, with other content. */
    public boolean hasOtherDraft() {
        return draft().isPresent() && running().filter(version -> !isSame(version, draft().get())).isPresent();
    }

    /** Whether two versions have the same content, whatever their status. */
    public boolean isSame(JsonNode one, JsonNode other) {
        return SameJson.isSame(content(shape, one), content(shape, other));
    }

    /** Those that are not archived, the draft first. */
    public List<JsonNode> counting() {
        return Stream.of(draft(), active(), paused()).flatMap(Optional::stream).toList();
    }

    /** With a version as the service has it after a write: the one that was active is archived when another becomes so. */
    public Versions with(JsonNode written) {
        boolean isActive = versioning.status(written).equals(versioning.active());
        List<JsonNode> now = new ArrayList<>();
        for (JsonNode version : all) {
            if (version.path("uid").equals(written.path("uid"))) {
                now.add(written);
            } else if (!isActive || !versioning.status(version).equals(versioning.active())) {
                now.add(version);
            }
        }
        if (!now.contains(written)) {
            now.add(written);
        }
        return new Versions(shape, now);
    }

    /** Whether an item of any version has this uid. */
    boolean hasItem(String uid) {
        return all.stream().flatMap(version -> items(version).stream()).anyMatch(item -> uid.equals(item.path(items.uid()).textValue()));
    }

    /** The named items of a version. */
    List<JsonNode> items(JsonNode version) {
        List<JsonNode> named = new ArrayList<>();
        version.path(items.member()).forEach(named::add);
        return named;
    }

    /** A version as it is sent with another status. */
    ObjectNode whole(JsonNode version, String status) {
        return Parts.of(version, shape).version().deepCopy().put(versioning.status(), status);
    }

    ItemUids uids() {
        return new ItemUids(items, this);
    }

    /** What clients say of a version, without its status and the uids of its items: the form in which versions are compared. */
    static ObjectNode content(Shape shape, JsonNode version) {
        ObjectNode content = Parts.of(version, shape).version().deepCopy();
        content.remove(shape.versioning().orElseThrow().status());
        Items items = shape.items().orElseThrow();
        ServiceMembers.removeUids(items, content.path(items.member()));
        return content;
    }

    private Optional<JsonNode> newest(String status) {
        return newest(version -> versioning.status(version).equals(status));
    }

    private Optional<JsonNode> newest(Predicate<JsonNode> condition) {
        return all.stream().filter(condition).reduce((one, next) -> isNewer(one, next) ? one : next);
    }

    /** Lists are in the order of creation; where times say otherwise, they count. What this component has just written may lack its time. */
    private boolean isNewer(JsonNode one, JsonNode next) {
        String created = next.path(versioning.created()).asText();
        return !created.isEmpty() && one.path(versioning.created()).asText().compareTo(created) > 0;
    }
}
