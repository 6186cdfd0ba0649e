// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.api.Versioning;

/**
 * The versions of a definition.
 *
 * @param words how the service describes them
 * @param all as the service listed them
 */
public record VersionList(Versioning words, List<JsonNode> all) {

    /** Copies what it is given. */
    public VersionList {
        all = List.copyOf(all);
    }

    public Optional<JsonNode> withUid(Uid uid) {
        return all.stream().filter(version -> uid.value().equals(version.path("uid").textValue())).findFirst();
    }

    /** The version that was never active. */
    public Optional<JsonNode> draft() {
        return withStatus(words.draft());
    }

    /** The version that visitors see. */
    public Optional<JsonNode> active() {
        return withStatus(words.active());
    }

    public Optional<JsonNode> paused() {
        return withStatus(words.paused());
    }

    /** The newest with this status. */
    Optional<JsonNode> withStatus(String status) {
        return newest(version -> words.status(version).equals(status));
    }

    public Optional<JsonNode> newestEverActive() {
        return newest(version -> !words.status(version).equals(words.draft()));
    }

    private Optional<JsonNode> newest(Predicate<JsonNode> condition) {
        Comparator<JsonNode> byTime = Comparator.comparing(version -> version.path(words.created()).asText());
        return all.stream().filter(condition).reduce((one, next) -> byTime.compare(one, next) > 0 ? one : next);
    }
}
