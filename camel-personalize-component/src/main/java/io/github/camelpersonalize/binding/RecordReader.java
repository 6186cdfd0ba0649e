// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.EarlierSteps;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.outcome.Coordinates;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of a message: its body, and which definition it names beside its body.
 *
 * @param project for which records are read
 * @param resource of the definitions
 */
record RecordReader(ProjectId project, Resource resource) {

    private static final String REMOVED = "the message has no body since an earlier step, so that it is no tombstone";

    /** The body, or the error that prevented it from being read, as a record. */
    InputRecord record(Message message, @Nullable JsonNode body, @Nullable String error, @Nullable Coordinates coordinates) {
        EarlierResults earlier = EarlierResults.of(message.getExchange());
        boolean isRemoved = isRemoved(message, earlier);
        TombstoneKey tombstone = isRemoved ? TombstoneKey.NONE : tombstone(message, earlier);
        String uid = named(message, earlier, Headers.UID);
        EarlierSteps steps = EarlierSteps.of(origin(earlier, uid), origin(earlier, uid(body)), hasResults(message, earlier));
        return new InputRecord(body, isRemoved ? REMOVED : told(error, message), uid, named(message, earlier, Headers.KEY),
                named(message, earlier, Headers.VERSION_UID), coordinates, tombstone.text(), tombstone.fault(), steps);
    }

    /** An item of a JSON array, or the error in it. It names nothing beside its body. */
    InputRecord item(Message batch, @Nullable JsonNode item, @Nullable String error, @Nullable Coordinates coordinates) {
        String origin = origin(EarlierResults.of(batch.getExchange()), uid(item));
        return new InputRecord(item, error, null, null, null, coordinates, null, null, EarlierSteps.of(null, origin, false));
    }

    private static @Nullable String uid(@Nullable JsonNode body) {
        return body == null ? null : body.path("uid").textValue();
    }

    private @Nullable String origin(EarlierResults earlier, @Nullable String uid) {
        return uid == null ? null : earlier.origin(uid, project, resource.kind()).orElse(null);
    }

    /** A message that cannot be read may have been meant to name its definition by a header. */
    private static @Nullable String told(@Nullable String error, Message message) {
        return error == null ? null : error + MisspeltHeaders.told(message);
    }

    /** What the route has set. */
    private static @Nullable String named(Message message, EarlierResults earlier, String header) {
        return earlier.isResult(message, header) ? null : message.getHeader(header, String.class);
    }

    private static boolean hasResults(Message message, EarlierResults earlier) {
        return earlier.isResult(message, Headers.UID) || earlier.isResult(message, Headers.KEY);
    }

    private static boolean isRemoved(Message message, EarlierResults earlier) {
        return message.getBody() == null && earlier.isBodyRemoved() && message == message.getExchange().getMessage();
    }

    private TombstoneKey tombstone(Message message, EarlierResults earlier) {
        if (message.getBody() != null) {
            return TombstoneKey.NONE;
        }
        String key = named(message, earlier, Headers.KEY);
        return key == null ? TombstoneKey.of(CoordinatesReader.key(message), resource) : new TombstoneKey(key, null);
    }
}
