// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Result;

/**
 * The write requests of a part of a batch, grouped by definition: their positions, in the order of the last of each. A new part begins where a write
 * request may change which definition another one finds: those before it are executed first, and those after it later.
 */
record WriteGroups(Collection<List<Integer>> groups) {

    /** What write requests for the same definition have in common. */
    private record Subject(Resource resource, String uid, String key) {

        static Subject of(WriteRequest request) {
            return request.isByUid()
                    ? new Subject(request.resource(), request.target().uid().value(), null)
                    : new Subject(request.resource(), null, request.soughtKey().orElse(null));
        }
    }

    /** The parts of a batch, in the order in which they are executed, without the write requests that have a result already. */
    static List<WriteGroups> of(List<WriteRequest> requests, Result[] results) {
        List<WriteGroups> parts = new ArrayList<>();
        Map<Subject, List<Integer>> groups = new LinkedHashMap<>();
        WriteRequest before = null;
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null) {
                WriteRequest request = requests.get(i);
                if (before != null && isApart(before, request)) {
                    parts.add(new WriteGroups(groups.values()));
                    groups = new LinkedHashMap<>();
                }
                Subject subject = Subject.of(request);
                List<Integer> group = Optional.ofNullable(groups.remove(subject)).orElseGet(ArrayList::new);
                group.add(i);
                groups.put(subject, group);
                before = request;
            }
        }
        parts.add(new WriteGroups(groups.values()));
        return parts;
    }

    /** Others may mean the new key of a rename, and whose key a uid has is not known beforehand. An equal write request changes nothing. */
    private static boolean isApart(WriteRequest before, WriteRequest request) {
        return (before.isRename() || request.isRename() || before.isByUid() != request.isByUid()) && !request.isSameAs(before);
    }
}
