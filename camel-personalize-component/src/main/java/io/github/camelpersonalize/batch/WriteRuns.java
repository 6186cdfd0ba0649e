// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.NaturalKey;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a batch: write requests for one definition, of which each asks for the same as the one before, or overwrites it, and between which
 * nothing happens that depends on them. So the last of a run can be executed in place of its first, and the others need not be sent.
 */
final class WriteRuns {

    private final List<WriteRequest> requests;
    private final Overwriting overwriting;
    private final int[] firsts;
    private final OpenRun[] openRuns;
    private final List<List<Integer>> runs;
    private final Map<Subject, OpenRun> bySubject = new HashMap<>();
    /** Runs of earlier parts of the batch are closed. */
    private int part;
    private int before = -1;

    /** The newest run for a subject, and in which part of the batch it began or was continued. */
    private static final class OpenRun {

        private List<Integer> positions = List.of();
        private int part = -1;
    }

    /** What write requests have in common that may be about one definition: keys that people cannot tell apart are the same. */
    record Subject(Resource resource, @Nullable String uid, @Nullable String key) implements Comparable<Subject> {

        private static final Comparator<String> TEXTS = Comparator.nullsFirst(Comparator.naturalOrder());
        private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::key, TEXTS).thenComparing(Subject::uid, TEXTS)
                .thenComparing(Subject::resource);

        static Subject of(WriteRequest request) {
            Uid uid = request.target().uid();
            return uid == null
                    ? new Subject(request.resource(), null, request.soughtKey().map(NaturalKey::folded).orElse(null))
                    : new Subject(request.resource(), uid.value(), null);
        }

        /** An order, because maps search keys of one hash code by it: senders can make up any number of these. */
        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * @param firsts for each write request the position of the first that is the same
     * @param order the positions of the write requests to execute, in the order in which they are executed
     */
    WriteRuns(List<WriteRequest> requests, int[] firsts, List<Integer> order, Overwriting overwriting) {
        this.requests = requests;
        this.firsts = firsts;
        this.openRuns = new OpenRun[firsts.length];
        this.overwriting = overwriting;
        this.runs = new ArrayList<>(Collections.nCopies(requests.size(), null));
        order.forEach(this::add);
        bySubject.clear();
    }

    /** The positions of the run of a write request, in the order of the batch. */
    List<Integer> of(int position) {
        return runs.get(position);
    }

    private void add(Integer position) {
        WriteRequest request = requests.get(firsts[position]);
        if (before >= 0 && isApart(requests.get(firsts[before]), request)) {
            part++;
        }
        OpenRun run = openRun(firsts[position]);
        if (run.part != part || !continues(run.positions, position)) {
            run.positions = new ArrayList<>(1);
        }
        if (request.operation() == Operation.delete && mayRefer(request.resource())) {
            // What it deletes may be used by a definition that is written before it, and no longer by one that is written after it.
            part++;
        }
        run.part = part;
        run.positions.add(position);
        runs.set(position, run.positions);
        before = position;
    }

    /** That of the subject of a write request, which is looked up once for all that are the same. */
    private OpenRun openRun(int first) {
        if (openRuns[first] == null) {
            openRuns[first] = bySubject.computeIfAbsent(Subject.of(requests.get(first)), added -> new OpenRun());
        }
        return openRuns[first];
    }

    /** Others may mean the new key of a rename, and whose key a uid has is not known beforehand. An equal write request changes nothing. */
    private static boolean isApart(WriteRequest before, WriteRequest request) {
        return (before.isRename() || request.isRename() || before.isByUid() != request.isByUid()) && !request.isSameAs(before);
    }

    private static boolean mayRefer(Resource resource) {
        return resource == Resource.audiences || resource == Resource.experiences;
    }

    private boolean continues(List<Integer> run, int position) {
        int last = run.get(run.size() - 1);
        return firsts[last] == firsts[position] && isPlain(requests.get(firsts[position]))
                || continues(run, last, requests.get(position));
    }

    /** Whether all that are the same follow each other, whatever is between them. */
    private static boolean isPlain(WriteRequest request) {
        return request.version() == null && !request.isByUid() && request.operation() != Operation.delete;
    }

    private boolean continues(List<Integer> run, int last, WriteRequest request) {
        WriteRequest earlier = requests.get(last);
        if (last != before && request.isByUid() || !Overwriting.isInStep(request, earlier)) {
            return false;
        }
        return request.operation() != Operation.delete && request.isSameAs(earlier) || overwriting.test(request, earlier)
                || last == before && run.size() == 1 && overwriting.isDeletion(request, earlier);
    }
}
