// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import org.jspecify.annotations.Nullable;

/**
 * One row of a dialect's table: what an operation sends and what comes back.
 *
 * @param resource the resource that it belongs to
 * @param operation the operation that it carries out
 * @param verb the HTTP method
 * @param path the path below the base URL, with {@code {id}} where the uid goes, and {@code {version}} where the uid of a version goes
 * @param body the name of the schema that the request's body must satisfy, or {@code null} when it has no body
 * @param result the shape of the response
 */
public record Call(Resource resource, Operation operation, HttpMethod verb, String path, @Nullable String body, Result result) {

    private static final String ID = "{id}";
    private static final String VERSION = "{version}";

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

    /** Whether its response has definitions with uids. */
    public boolean isAboutDefinitions() {
        return resource.naturalKey() != null && (result == Result.LIST || result == Result.DEFINITION);
    }

    /** Whether it is about the organization, which its header names instead of a project. */
    public boolean isOfOrganization() {
        return resource == Resource.projects;
    }

    /**
     * The path and query of this call.
     *
     * @throws IllegalArgumentException if the path needs a uid that the address does not have
     */
    public String target(Address address) {
        String filled = fill(fill(path, ID, address.uid()), VERSION, address.versionUid());
        return filled + address.query().encoded();
    }

    private String fill(String text, String place, @Nullable Uid uid) {
        if (!text.contains(place)) {
            return text;
        }
        if (uid == null) {
            throw new IllegalArgumentException(verb + " " + path + " needs a uid");
        }
        return text.replace(place, uid.encoded());
    }
}
