// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.EndpointSettings;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.project.Target;

/**
 * Finds out which definition a record is about: by the headers, else by the options, else by the body's own uid or natural key. Within each,
 * the uid wins.
 */
final class TargetReader {

    private final EndpointSettings settings;

    TargetReader(EndpointSettings settings) {
        this.settings = settings;
    }

    /** Either a target, or why there is none. */
    sealed interface Found {

        record It(Target target) implements Found {}

        record Not(Problem problem) implements Found {}
    }

    Found of(InputRecord item) {
        JsonNode body = item.body() == null ? MissingNode.getInstance() : item.body();
        String naturalKey = NaturalKey.of(settings.resource(), body).orElse(null);
        if (item.uid() != null) {
            return contradicts(item.uid(), body)
                    ? not("the header " + PersonalizeConstants.UID + " and the body's uid are not the same")
                    : byUid(item.uid(), "the header " + PersonalizeConstants.UID, naturalKey);
        }
        if (item.key() != null) {
            return item.key().isBlank() ? not("the header " + PersonalizeConstants.KEY + " is blank") : it(null, item.key());
        }
        if (settings.uid() != null || settings.key() != null) {
            return it(settings.uid(), settings.key() == null ? naturalKey : settings.key());
        }
        JsonNode own = body.path("uid");
        if (!own.isMissingNode() && !own.isNull()) {
            return byUid(own.asText(), "the body's uid", naturalKey);
        }
        return Optional.ofNullable(naturalKey).or(() -> Optional.ofNullable(item.tombstoneKey())).map(key -> it(null, key))
                .orElseGet(() -> nothing(item));
    }

    private static boolean contradicts(String uid, JsonNode body) {
        return body.path("uid").isTextual() && !body.path("uid").textValue().equals(uid);
    }

    private Found byUid(String uid, String source, String key) {
        if (!Uid.isLegal(uid)) {
            return not(source + " is not legal: " + Uid.RULE);
        }
        return settings.dialect().isReserved(uid) ? not(source + " is a word that the service reserves") : it(new Uid(uid), key);
    }

    private Found nothing(InputRecord item) {
        return not("it is not said which " + settings.resource().kind() + " is meant: set the header " + PersonalizeConstants.UID + " or "
                + PersonalizeConstants.KEY + ", the option uid or key, or send a body with a uid or " + settings.resource().naturalKey()
                + (item.fault() == null ? "" : " (" + item.fault() + ")"));
    }

    private static Found it(Uid uid, String key) {
        return new Found.It(new Target(uid, key));
    }

    private static Found not(String message) {
        return new Found.Not(Problem.rejected("NO_TARGET", message));
    }
}
