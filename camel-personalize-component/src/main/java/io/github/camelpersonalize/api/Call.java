// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

/**
 * One row of a dialect's table: what an operation sends and what comes back.
 *
 * @param resource the resource that it belongs to
 * @param operation the operation that it carries out
 * @param verb the HTTP method
 * @param path the path below the base URL, with {@code {id}} where the uid goes
 * @param body the name of the schema that the request's body must satisfy, or {@code null} when it has no body
 * @param result the shape of the response
 */
public record Call(Resource resource, Operation operation, HttpMethod verb, String path, String body, Result result) {

    private static final String ID = "{id}";

    /** The shapes of a response. */
    public enum Result {
        /** An array of objects, bare or in an envelope. */
        LIST,
        /** One definition, with a uid. */
        DEFINITION,
        /** An object without a uid. */
        OBJECT,
        /** Nothing that is read: any 2xx is a success. */
        NONE
    }

    /** Whether the path holds a uid. */
    public boolean needsUid() {
        return path.contains(ID);
    }

    /**
     * The path of this call for one uid.
     *
     * @param uid the uid, or {@code null} for a call without one
     */
    public String path(Uid uid) {
        if (!needsUid()) {
            return path;
        }
        if (uid == null) {
            throw new IllegalArgumentException(verb + " " + path + " needs a uid");
        }
        return path.replace(ID, uid.encoded());
    }
}
