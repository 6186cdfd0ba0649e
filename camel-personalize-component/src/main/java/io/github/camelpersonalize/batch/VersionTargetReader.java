// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.api.Versioning;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.versions.VersionTarget;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which version of which definition a record is about. A body with a natural key is a definition, and names no version; any other body is a
 * version, whose uid names it and which tells the uid of its definition. What an option or the record beside its body says goes before.
 */
final class VersionTargetReader {

    private final RecordRules rules;

    VersionTargetReader(RecordRules rules) {
        this.rules = rules;
    }

    /** The target, or why there is none. */
    Fallible<VersionTarget> of(InputRecord item) {
        boolean isVersion = item.body() != null && item.body().isObject() && NaturalKey.of(rules.resource(), item.body()).isEmpty();
        JsonNode definition = isVersion ? definition(item.content()) : item.body();
        return new TargetReader(rules).of(item.withBody(definition))
                .flatMap(target -> version(item, isVersion).map(version -> new VersionTarget(target, version.orElse(null))));
    }

    /** What a version tells of its definition. */
    private @Nullable JsonNode definition(JsonNode version) {
        Optional<String> owner = rules.dialect().shape(rules.resource()).versioning().map(Versioning::owner)
                .map(member -> version.path(member).textValue());
        return owner.map(uid -> JsonNodeFactory.instance.objectNode().put("uid", uid)).orElse(null);
    }

    private Fallible<Optional<Uid>> version(InputRecord item, boolean isVersion) {
        if (rules.versionUid() != null) {
            return version(rules.versionUid(), "the option versionUid");
        }
        if (item.versionUid() != null) {
            return version(item.versionUid(), rules.places().versionUid());
        }
        if (!isVersion || !item.content().hasNonNull("uid")) {
            return Fallible.of(Optional.empty());
        }
        return item.earlier().bodyUidOrigin() == null
                ? version(item.content().path("uid").asText(), "the body's uid")
                : none("the body's uid is that of " + item.earlier().bodyUidOrigin() + "; here it names no version");
    }

    private static Fallible<Optional<Uid>> version(String uid, String source) {
        return Uid.isLegal(uid) ? Fallible.of(Optional.of(new Uid(uid))) : none(source + " is not legal: " + Uid.RULE);
    }

    private static Fallible<Optional<Uid>> none(String message) {
        return Fallible.failed(Result.Failure.of(Problem.rejected("NO_TARGET", message)));
    }
}
