// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.EndpointSettings;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Target;

/** Finds out what a record asks to be written, and for which definition. */
public final class WriteRequestReader {

    private final EndpointSettings settings;
    private final Resource resource;

    public WriteRequestReader(EndpointSettings settings) {
        this.settings = settings;
        this.resource = settings.resource();
    }

    /** What a record asks for when the operation creates, updates, upserts or deletes. */
    public WriteRequest of(Operation operation, InputRecord item) {
        if (operation != Operation.delete && item.tombstoneKey() != null) {
            return tombstone(operation, item);
        }
        if (operation != Operation.delete && item.fault() != null) {
            return ended(operation, item, Result.Failure.of(Problem.rejected("UNREADABLE", item.fault())));
        }
        return switch (operation) {
            case create -> WriteRequest.of(resource, operation, item.body(), item.coordinates());
            case upsert -> settings.versionField() == null
                    ? WriteRequest.of(resource, operation, item.body(), item.coordinates())
                    : versioned(operation, item);
            default -> aimed(operation, item);
        };
    }

    private WriteRequest aimed(Operation operation, InputRecord item) {
        TargetReader.Found found = new TargetReader(settings).of(item);
        return found instanceof TargetReader.Found.It it
                ? operation == Operation.delete
                        ? WriteRequest.deletion(resource, it.target(), item.coordinates())
                        : new WriteRequest(resource, operation, it.target(), item.body(), item.coordinates(), null, null, null)
                : ended(operation, item, Result.Failure.of(((TargetReader.Found.Not) found).problem()));
    }

    /** The version is the record's, not the definition's. */
    private WriteRequest versioned(Operation operation, InputRecord item) {
        Optional<RecordVersion> version = RecordVersion.of(item.body().path(settings.versionField()));
        if (version.isEmpty() || !item.body().isObject()) {
            return ended(operation, item, Result.Failure.of(Problem.rejected("NO_VERSION", "has no " + settings.versionField()
                    + " that is a number or a time in ISO 8601 with an offset (versionField=" + settings.versionField() + ")")));
        }
        ObjectNode definition = ((ObjectNode) item.body()).deepCopy().without(settings.versionField());
        return WriteRequest.of(resource, operation, definition, item.coordinates()).version(version.get());
    }

    private WriteRequest tombstone(Operation operation, InputRecord item) {
        return switch (settings.tombstone()) {
            case ignore -> ended(operation, item, Result.Success.nothing(item.tombstoneKey(), "a tombstone, ignored (tombstone=ignore)"));
            case delete ->
                WriteRequest.deletion(resource, new Target(null, item.tombstoneKey()), item.coordinates());
            case fail ->
                ended(operation, item, Result.Failure.of(Problem.rejected("TOMBSTONE", "a tombstone: the record has a key and no body"
                        + " (set tombstone=delete to delete the definition, or tombstone=ignore)")));
        };
    }

    private WriteRequest ended(Operation operation, InputRecord item, Result result) {
        String key = item.key() != null ? item.key() : item.tombstoneKey() != null ? item.tombstoneKey() : settings.key();
        return WriteRequest.ended(resource, operation, key, item.coordinates(), result);
    }
}
