// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/** JSON pointers (RFC 6901) and the names that they are made of. */
public final class JsonPointer {

    private JsonPointer() {}

    /** The pointer to a member of the whole document, which is also the end of a pointer to a member of that name. */
    public static String of(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer through these names and indexes; the empty pointer is the whole document. */
    public static String of(Collection<String> names) {
        return names.stream().map(JsonPointer::of).collect(joining());
    }

    /** The names and indexes of a pointer. */
    public static List<String> names(String pointer) {
        return Stream.of(pointer.split("/", -1)).skip(1).map(segment -> segment.replace("~1", "/").replace("~0", "~")).toList();
    }
}
