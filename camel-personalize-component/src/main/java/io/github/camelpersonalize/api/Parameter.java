// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of the query that an option sets.
 *
 * @param option the option
 * @param resource the resource of the calls that take it
 * @param operations the operations of the calls that take it
 * @param name the parameter's name
 * @param separator what separates the values of the option, a regular expression; {@code null} where it has one value
 * @param target the resource whose definitions the values name, to be replaced by their uids; {@code null} where they are sent as they are
 */
public record Parameter(String option, Resource resource, Set<Operation> operations, String name, @Nullable String separator,
        @Nullable Resource target) {

    private static final String COMMA = ",";

    /** Copies what it is given. */
    public Parameter {
        operations = Set.copyOf(operations);
    }

    /** One value, sent as it is. */
    static Parameter of(String option, Resource resource, Set<Operation> operations, String name) {
        return new Parameter(option, resource, operations, name, null, null);
    }

    /** Several values, which name definitions. */
    static Parameter uids(String option, Resource resource, String name, Resource target) {
        return new Parameter(option, resource, Set.of(Operation.list), name, COMMA, target);
    }

    /** Several values with this between them, sent as they are. */
    Parameter separated(String by) {
        return new Parameter(option, resource, operations, name, by, target);
    }

    boolean isOf(Call call) {
        return resource == call.resource() && operations.contains(call.operation());
    }

    /** The values that an option has, each sent by a parameter of its own. */
    public List<String> values(String text) {
        return separator == null
                ? List.of(text)
                : Stream.of(text.split(separator)).map(String::strip).filter(value -> !value.isEmpty()).toList();
    }
}
