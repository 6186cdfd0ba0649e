// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;

/** The versions of one experience in the order of their creation. Numbers of versions and short uids of variants are used once, and never again. */
public final class Versions {

    /** The members that clients set. */
    public static final List<String> CONTENT = List.of("variants", "variantSplit", "metrics", "targeting");

    private final String experience;
    private final List<ObjectNode> all = new ArrayList<>();
    private final Set<String> variants = new HashSet<>();
    private int number = 1;
    private int variant;

    Versions(String experience) {
        this.experience = experience;
    }

    /** All of them. */
    public List<ObjectNode> all() {
        return all;
    }

    /** Those that are not archived. */
    public List<ObjectNode> current() {
        return all.stream().filter(version -> Status.of(version) != Status.ARCHIVED).toList();
    }

    /** The version with that uid. */
    public Optional<ObjectNode> find(String uid) {
        return all.stream().filter(version -> version.path("uid").asText().equals(uid)).findFirst();
    }

    /** The version that is being written. */
    public Optional<ObjectNode> draft() {
        return all.stream().filter(version -> Status.of(version) == Status.DRAFT).findFirst();
    }

    /** The version that visitors see. */
    public Optional<ObjectNode> active() {
        return all.stream().filter(version -> Status.of(version) == Status.ACTIVE).findFirst();
    }

    /** The newest. */
    public Optional<ObjectNode> latest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    String latestUid() {
        return latest().map(version -> version.path("uid").asText()).orElse("");
    }

    /** The status of the whole experience: that of the version that is live, else that of the newest. */
    public Status status() {
        Optional<ObjectNode> live = all.stream().filter(version -> Status.of(version).isLive()).findFirst();
        return live.or(this::latest).map(Status::of).orElse(Status.DRAFT);
    }

    /** Adds a draft with this content, which is taken over as it is but for short uids that are missing. */
    public ObjectNode add(JsonNode content, Audit audit) {
        ObjectNode version = Json.object().put("uid", audit.uid()).put("experienceUid", experience).put("versionNumber", number);
        return restore(audit.made(filled(version.put("status", Status.DRAFT.name()), content)));
    }

    /** Adds a version as it is, from a seed. */
    ObjectNode restore(ObjectNode version) {
        number = Math.max(number, version.path("versionNumber").asInt() + 1);
        all.add(version);
        return version;
    }

    /** The number of the next version. */
    int next() {
        return number;
    }

    /** Puts another status and other content in the place of what the version has. */
    public ObjectNode replace(ObjectNode old, Status status, JsonNode content, Audit audit) {
        ObjectNode changed = Json.object();
        List.of("uid", "experienceUid", "versionNumber").forEach(member -> changed.set(member, old.get(member)));
        filled(changed.put("status", status.name()), content);
        if (old.has("firstActivatedAt")) {
            changed.set("firstActivatedAt", old.get("firstActivatedAt"));
        } else if (status == Status.ACTIVE) {
            changed.put("firstActivatedAt", audit.now());
        }
        all.set(all.indexOf(old), audit.changed(old, changed));
        if (status.isLive()) {
            archiveOthers(changed);
        }
        return changed;
    }

    /** Takes a version away. */
    public void remove(ObjectNode version) {
        all.remove(version);
    }

    /** Whether this experience has, or had, a variant with that short uid. */
    public boolean knowsVariant(String shortUid) {
        return variants.contains(shortUid);
    }

    @SuppressWarnings("ReferenceEquality") // Versions may have equal contents.
    private void archiveOthers(ObjectNode live) {
        for (int i = 0; i < all.size(); i++) {
            ObjectNode other = all.get(i);
            if (other != live && Status.of(other).isLive()) {
                all.set(i, other.deepCopy().put("status", Status.ARCHIVED.name()));
            }
        }
    }

    /** Copies the content, and gives each variant without a short uid the next one. */
    ObjectNode filled(ObjectNode version, JsonNode content) {
        for (String member : CONTENT) {
            if (content.has(member)) {
                version.set(member, content.get(member).deepCopy());
            }
        }
        for (JsonNode given : version.path("variants")) {
            use(given.path("shortUid").asText());
        }
        for (JsonNode given : version.path("variants")) {
            if (given instanceof ObjectNode nameless && nameless.path("shortUid").asText().isEmpty()) {
                nameless.put("shortUid", String.valueOf(variant));
                use(String.valueOf(variant));
            }
        }
        return version;
    }

    private void use(String shortUid) {
        variants.add(shortUid);
        if (shortUid.matches("\\d{1,9}")) {
            variant = Math.max(variant, Integer.parseInt(shortUid) + 1);
        }
    }
}
