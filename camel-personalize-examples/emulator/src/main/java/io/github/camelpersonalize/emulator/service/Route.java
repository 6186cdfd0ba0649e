// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a method and a path lead.
 *
 * @param template
 *            the path as the table of operations writes it, none when no operation has such a path
 * @param methods
 *            the methods that the path knows
 * @param operation
 *            the operation, none when the path does not know the method
 * @param uid
 *            what the path holds in the place of the uid, decoded
 */
record Route(Optional<String> template, List<String> methods, Optional<Operation> operation, String uid) {

    private static final String UID = "/{id}";

    static Route of(String method, String path) {
        Optional<String> template = Operation.TABLE.stream().map(Operation::path).filter(pattern -> matches(pattern, path)).findFirst();
        List<Operation> candidates = Operation.TABLE.stream().filter(row -> template.filter(row.path()::equals).isPresent()).toList();
        Optional<Operation> operation = candidates.stream().filter(row -> row.method().equals(method)).findFirst();
        return new Route(template, candidates.stream().map(Operation::method).toList(), operation,
                template.filter(pattern -> pattern.endsWith(UID)).map(any -> lastSegment(path)).orElse(""));
    }

    String allowed() {
        return methods.stream().sorted().collect(Collectors.joining(", "));
    }

    private static boolean matches(String pattern, String path) {
        if (!pattern.endsWith(UID)) {
            return pattern.equals(path);
        }
        String collection = pattern.substring(0, pattern.length() - UID.length() + 1);
        return path.startsWith(collection) && path.length() > collection.length() && path.indexOf('/', collection.length()) < 0;
    }

    private static String lastSegment(String path) {
        String segment = path.substring(path.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }
}
