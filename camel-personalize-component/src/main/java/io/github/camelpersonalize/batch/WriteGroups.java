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
 * Which wishes of a part of a batch are for the same definition: their positions, in the order of the last of them. A batch has several parts
 * where a wish may change which definition others mean, so that what comes before it is done before it, and what comes after it after it.
 */
record WriteGroups(Collection<List<Integer>> groups) {

    /** What wishes for the same definition share. */
    private record Subject(Resource resource, String uid, String key) {

        static Subject of(WriteRequest request) {
            return request.isByUid()
                    ? new Subject(request.resource(), request.target().uid().value(), null)
                    : new Subject(request.resource(), null, request.soughtKey().orElse(null));
        }
    }

    /** The parts of a batch, in the order in which they are to be carried out, without the wishes that have a result already. */
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

    /** A new name may be the one that others mean, and nobody knows beforehand whom a uid names. What is the same again changes nothing. */
    private static boolean isApart(WriteRequest before, WriteRequest request) {
        return (before.isRename() || request.isRename() || before.isByUid() != request.isByUid()) && !request.isSameAs(before);
    }
}
