// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

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
 * @param uids
 *            what the path holds in the places of the uids, decoded, in their order
 */
public record Route<O extends Operation>(Optional<String> template, List<String> methods, Optional<O> operation, List<String> uids) {

    /** The methods that the path knows, for people. */
    public String allowed() {
        return methods.stream().sorted().collect(Collectors.joining(", "));
    }

    /** The name of the operation, empty when there is none: for the journal. */
    public String operationId() {
        return operation.map(Operation::id).orElse("");
    }

    /** The path with its uids left out, {@code other} when no operation has such a path: for the journal and its counters. */
    public String counted() {
        return template.orElse("other");
    }
}
