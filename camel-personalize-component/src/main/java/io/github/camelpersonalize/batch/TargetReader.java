// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Result;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which definition a record is about: by the options, else by what the record names beside its body, else by the body's own uid or
 * natural key. Within each, the uid wins. A uid that earlier steps found in another project or kind is no target here.
 */
final class TargetReader {

    private static final String OPTION_UID = "the option uid";
    private static final String OPTION_KEY = "the option key";
    private static final String BODY_UID = "the body's uid";

    private final RecordRules rules;

    TargetReader(RecordRules rules) {
        this.rules = rules;
    }

    /** The target, or why there is none. */
    Fallible<Target> of(InputRecord item) {
        JsonNode body = item.body() == null ? MissingNode.getInstance() : item.body();
        String naturalKey = NaturalKey.of(rules.resource(), body).orElse(null);
        if (rules.uid() != null) {
            return byUid(rules.uid(), OPTION_UID, rules.key() == null ? naturalKey : rules.key());
        }
        if (rules.key() != null) {
            return byKey(rules.key(), OPTION_KEY);
        }
        if (item.uid() != null) {
            return besideBody(item, item.uid(), body, naturalKey);
        }
        return item.key() == null ? own(item, body, naturalKey) : byKey(item.key(), rules.places().key());
    }

    private Fallible<Target> besideBody(InputRecord item, String uid, JsonNode body, @Nullable String naturalKey) {
        if (item.earlier().uidOrigin() != null) {
            return none(rules.places().uid() + " has the uid of " + item.earlier().uidOrigin() + "; here it names nothing");
        }
        return contradicts(uid, body)
                ? none(rules.places().uid() + " and the body's uid are not the same")
                : byUid(uid, rules.places().uid(), naturalKey);
    }

    private static boolean contradicts(String uid, JsonNode body) {
        return body.path("uid").isTextual() && !body.path("uid").textValue().equals(uid);
    }

    /** What the record itself says. */
    private Fallible<Target> own(InputRecord item, JsonNode body, @Nullable String naturalKey) {
        if (body.hasNonNull("uid") && item.earlier().bodyUidOrigin() == null) {
            return byUid(body.path("uid").asText(), BODY_UID, naturalKey).map(target -> new Target(target.uid(), target.key(), true));
        }
        if (naturalKey != null) {
            return target(null, naturalKey);
        }
        if (item.tombstoneFault() != null) {
            return none(item.tombstoneFault());
        }
        return item.tombstoneKey() == null ? none(noneNamed(item)) : target(null, item.tombstoneKey());
    }

    private static Fallible<Target> byKey(String key, String source) {
        return key.isBlank() ? none(source + " is blank") : target(null, key);
    }

    private Fallible<Target> byUid(String uid, String source, @Nullable String key) {
        if (!Uid.isLegal(uid)) {
            return none(source + " is not legal: " + Uid.RULE);
        }
        return rules.dialect().isReserved(uid) ? none(source + " is a word that the service reserves") : target(new Uid(uid), key);
    }

    private String noneNamed(InputRecord item) {
        String message = "no " + rules.resource().kind() + " is named: " + rules.places().advice() + ", or send a body with a uid or "
                + rules.resource().naturalKey();
        return message + (item.earlier().hasResults() ? "; " + rules.places().results() : "") + because(item);
    }

    private static String because(InputRecord item) {
        if (item.earlier().bodyUidOrigin() != null) {
            return " (the body's uid is that of " + item.earlier().bodyUidOrigin() + ")";
        }
        return item.fault() == null ? "" : " (" + item.fault() + ")";
    }

    private static Fallible<Target> target(@Nullable Uid uid, @Nullable String key) {
        return Fallible.of(new Target(uid, key));
    }

    private static Fallible<Target> none(String message) {
        return Fallible.failed(Result.Failure.of(Problem.rejected("NO_TARGET", message)));
    }
}
