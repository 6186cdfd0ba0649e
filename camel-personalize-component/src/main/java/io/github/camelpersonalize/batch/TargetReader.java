// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Target;

/**
 * Finds out which definition a record is about: by what the record names beside its body, else by the options, else by the body's own uid or
 * natural key. Within each, the uid wins.
 */
final class TargetReader {

    private final RecordRules rules;

    TargetReader(RecordRules rules) {
        this.rules = rules;
    }

    /** The target, or why there is none. */
    Fallible<Target> of(InputRecord item) {
        JsonNode body = item.body() == null ? MissingNode.getInstance() : item.body();
        String naturalKey = NaturalKey.of(rules.resource(), body).orElse(null);
        if (item.uid() != null) {
            return contradicts(item.uid(), body)
                    ? none(rules.places().uid() + " and the body's uid are not the same")
                    : byUid(item.uid(), rules.places().uid(), naturalKey);
        }
        if (item.key() != null) {
            return item.key().isBlank() ? none(rules.places().key() + " is blank") : target(null, item.key());
        }
        if (rules.uid() != null || rules.key() != null) {
            return target(rules.uid(), rules.key() == null ? naturalKey : rules.key());
        }
        return own(item, body, naturalKey);
    }

    private static boolean contradicts(String uid, JsonNode body) {
        return body.path("uid").isTextual() && !body.path("uid").textValue().equals(uid);
    }

    /** What the record itself says. */
    private Fallible<Target> own(InputRecord item, JsonNode body, String naturalKey) {
        if (body.hasNonNull("uid")) {
            return byUid(body.path("uid").asText(), "the body's uid", naturalKey);
        }
        if (naturalKey != null) {
            return target(null, naturalKey);
        }
        return item.tombstoneKey() == null ? none(noneNamed(item)) : target(null, item.tombstoneKey());
    }

    private Fallible<Target> byUid(String uid, String source, String key) {
        if (!Uid.isLegal(uid)) {
            return none(source + " is not legal: " + Uid.RULE);
        }
        return rules.dialect().isReserved(uid) ? none(source + " is a word that the service reserves") : target(new Uid(uid), key);
    }

    private String noneNamed(InputRecord item) {
        return "no " + rules.resource().kind() + " is named: " + rules.places().advice()
                + ", or send a body with a uid or "
                + rules.resource().naturalKey() + (item.fault() == null ? "" : " (" + item.fault() + ")");
    }

    private static Fallible<Target> target(Uid uid, String key) {
        return Fallible.of(new Target(uid, key));
    }

    private static Fallible<Target> none(String message) {
        return Fallible.failed(Result.Failure.of(Problem.rejected("NO_TARGET", message)));
    }
}
