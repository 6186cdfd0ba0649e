// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How the service describes the versions of a definition.
 *
 * @param owner the member of a version with the uid of its definition
 * @param created the member with the time of its creation, in ISO 8601 and in one form, so that texts compare as times
 * @param status the member with its status
 * @param draft the status of a version that was never active
 * @param active the status of the version that visitors see
 * @param paused the status of a version that visitors saw, and may see again
 * @param derived members of a definition that the service derives from its versions, so that a write of a version changes them
 * @param sync how a definition tells that the content management system knows its variants
 */
public record Versioning(String owner, String created, String status, String draft, String active, String paused, Set<String> derived,
        Sync sync) {

    /**
     * How a definition tells that the content management system knows its variants.
     *
     * @param member the member of the definition that tells it
     * @param status the member in it with the status
     * @param done the status when it is done
     * @param variants the member in it that has a member for each variant
     */
    public record Sync(String member, String status, String done, String variants) {

        /** The status that a definition tells, or an empty text. */
        public String status(JsonNode definition) {
            return definition.path(member).path(status).asText();
        }

        /** Whether the content management system knows this variant. */
        public boolean covers(JsonNode definition, String variant) {
            return definition.path(member).path(variants).has(variant);
        }
    }

    /** The status of a version. */
    public String status(JsonNode version) {
        return version.path(status).asText();
    }
}
