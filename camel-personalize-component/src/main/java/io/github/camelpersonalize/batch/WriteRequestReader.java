// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;

/** Finds out what a record asks to be written, and for which definition. */
final class WriteRequestReader {

    private final RecordRules rules;
    private final Resource resource;

    WriteRequestReader(RecordRules rules) {
        this.rules = rules;
        this.resource = rules.resource();
    }

    /** What a record asks for when the operation creates, updates, upserts or deletes. */
    WriteRequest of(Operation operation, InputRecord item) {
        if (operation != Operation.delete && item.tombstoneKey() != null) {
            return tombstone(operation, item);
        }
        if (operation != Operation.delete && item.fault() != null) {
            return rejected(operation, item, "UNREADABLE", item.fault());
        }
        return switch (operation) {
            case create -> WriteRequest.of(resource, operation, item.content(), item.coordinates());
            case upsert -> upsert(item);
            default -> aimed(operation, item);
        };
    }

    private WriteRequest aimed(Operation operation, InputRecord item) {
        return new TargetReader(rules).of(item).fold(target -> aimed(operation, target, item), failed -> ended(operation, item, failed));
    }

    private WriteRequest aimed(Operation operation, Target target, InputRecord item) {
        return operation == Operation.delete
                ? WriteRequest.deletion(resource, target, item.coordinates())
                : new WriteRequest(resource, operation, target, item.body(), item.coordinates(), null, null, null);
    }

    /** The version is the record's, not the definition's. */
    private WriteRequest upsert(InputRecord item) {
        if (rules.versionField() == null) {
            return WriteRequest.of(resource, Operation.upsert, item.content(), item.coordinates());
        }
        Optional<RecordVersion> version = RecordVersion.of(item.content().path(rules.versionField()));
        if (version.isEmpty() || !item.content().isObject()) {
            return rejected(Operation.upsert, item, "NO_VERSION", "has no " + rules.versionField()
                    + " that is " + RecordVersion.RULE + " (versionField=" + rules.versionField() + ")");
        }
        ObjectNode definition = ((ObjectNode) item.content()).deepCopy().without(rules.versionField());
        return WriteRequest.of(resource, Operation.upsert, definition, item.coordinates()).version(version.get());
    }

    private WriteRequest tombstone(Operation operation, InputRecord item) {
        return switch (rules.tombstone()) {
            case ignore -> ended(operation, item, Result.Success.nothing(item.tombstoneKey(), "a tombstone, ignored (tombstone=ignore)"));
            case delete ->
                item.tombstoneFault() == null ? deletion(operation, item) : rejected(operation, item, "TOMBSTONE", item.tombstoneFault());
            case fail -> rejected(operation, item, "TOMBSTONE", "a tombstone: the record has a key and no body"
                    + " (set tombstone=delete to delete the definition, or tombstone=ignore)");
        };
    }

    private WriteRequest deletion(Operation operation, InputRecord item) {
        return rules.dialect().call(resource, Operation.delete).isPresent()
                ? WriteRequest.deletion(resource, new Target(null, item.tombstoneKey()), item.coordinates())
                : rejected(operation, item, "TOMBSTONE", "a tombstone: the service cannot delete " + resource
                        + " (set tombstone=ignore on this endpoint)");
    }

    private WriteRequest rejected(Operation operation, InputRecord item, String code, String why) {
        return ended(operation, item, Result.Failure.of(Problem.rejected(code, why)));
    }

    private WriteRequest ended(Operation operation, InputRecord item, Result result) {
        String key = Stream.of(rules.key(), item.key(), item.tombstoneKey()).filter(Objects::nonNull).findFirst().orElse(null);
        return WriteRequest.ended(resource, operation, key, item.coordinates(), result);
    }
}
