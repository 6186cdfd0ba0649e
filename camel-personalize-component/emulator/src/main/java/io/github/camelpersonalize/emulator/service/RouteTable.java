// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the operation that a request is for. A path that stands higher in the table wins. */
public final class RouteTable<O extends Operation> {

    private final List<O> operations;

    /** The table of these operations. */
    public RouteTable(List<O> operations) {
        this.operations = List.copyOf(operations);
    }

    /** All rows. */
    public List<O> operations() {
        return operations;
    }

    /** Where this method and path lead. */
    public Route<O> find(String method, String path) {
        String[] segments = path.split("/", -1);
        Optional<String> template = operations.stream().map(Operation::path).filter(one -> matches(one.split("/", -1), segments))
                .findFirst();
        List<O> candidates = operations.stream().filter(row -> template.filter(row.path()::equals).isPresent()).toList();
        Optional<O> operation = candidates.stream().filter(row -> row.method().equals(method)).findFirst();
        return new Route<>(template, candidates.stream().map(Operation::method).toList(), operation,
                template.map(one -> uids(one.split("/", -1), segments)).orElse(List.of()));
    }

    private static boolean matches(String[] template, String[] segments) {
        if (template.length != segments.length) {
            return false;
        }
        for (int i = 0; i < template.length; i++) {
            if (!(isUid(template[i]) ? !segments[i].isEmpty() : template[i].equals(segments[i]))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> uids(String[] template, String[] segments) {
        List<String> uids = new ArrayList<>();
        for (int i = 0; i < template.length; i++) {
            if (isUid(template[i])) {
                uids.add(decoded(segments[i]));
            }
        }
        return uids;
    }

    private static boolean isUid(String segment) {
        return segment.startsWith("{");
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }
}
