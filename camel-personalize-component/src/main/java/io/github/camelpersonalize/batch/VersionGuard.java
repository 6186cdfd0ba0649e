// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.state.StateStore;

/** Skips a record that is older than what was written before, where records have a version. */
final class VersionGuard {

    private final Function<String, StateStore> stores;

    /**
     * @param stores where the newest version of a definition is kept, by a name for it such as {@code attribute/age}
     */
    VersionGuard(Function<String, StateStore> stores) {
        this.stores = stores;
    }

    /**
     * The write requests for one definition in the order of their versions, without those that are older than what was written before.
     *
     * @throws RecordVersionException when the version that was written before cannot be read
     */
    List<Integer> current(List<WriteRequest> requests, List<Integer> group, Result[] results) {
        Optional<RecordVersion> newest = lastWritten(requests.get(group.get(0)));
        List<Integer> current = new ArrayList<>();
        for (int i : group) {
            Optional<Result> skipped = newest.flatMap(written -> skipped(requests.get(i), written));
            if (skipped.isPresent()) {
                results[i] = skipped.get();
            } else {
                current.add(i);
            }
        }
        current.sort(Comparator.comparing(i -> version(requests.get(i))));
        return current;
    }

    private Optional<Result> skipped(WriteRequest request, RecordVersion written) {
        RecordVersion version = version(request);
        if (version.isOfOtherUnit(written)) {
            return Optional.of(Result.Failure.of(Problem.rejected("VERSION_UNIT", "version " + version.text() + " and "
                    + written.text() + ", which was written before, are times in two units, such as seconds and milliseconds, so that it is"
                    + " unknown which is newer; send all versions in one unit, or remove the version that is kept in "
                    + store(request).name())));
        }
        return version.compareTo(written) >= 0
                ? Optional.empty()
                : Optional.of(Result.Success.nothing(request.key().orElse(null),
                        "version " + version.text() + " is older than " + written.text() + ", which was written before; skipped"));
    }

    /**
     * Keeps the version of a write request that was executed.
     *
     * @throws RecordVersionException when it cannot be kept
     */
    void keep(WriteRequest request) {
        if (request.version() == null) {
            return;
        }
        StateStore store = store(request);
        try {
            if (store.read().flatMap(RecordVersion::parse).filter(request.version()::equals).isEmpty()) {
                store.write(request.version().text());
            }
        } catch (RuntimeException e) {
            throw new RecordVersionException(
                    "its version " + request.version().text() + " cannot be kept in " + store.name() + ": " + e.getMessage(), e);
        }
    }

    private Optional<RecordVersion> lastWritten(WriteRequest request) {
        StateStore store = store(request);
        try {
            return store.read().flatMap(RecordVersion::parse);
        } catch (RuntimeException e) {
            throw new RecordVersionException(
                    "the version that was written last cannot be read from " + store.name() + ": " + e.getMessage(), e);
        }
    }

    private static RecordVersion version(WriteRequest request) {
        return Objects.requireNonNull(request.version(), "a write request for the same definition has a version");
    }

    private StateStore store(WriteRequest request) {
        return stores.apply(request.resource().kind() + "/" + request.key().orElse(""));
    }
}
