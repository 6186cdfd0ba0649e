// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.Set;

/** Who wrote a definition, and when: members that the service sets, and that nobody loses who deletes the definition. */
public final class Audit {

    private static final Set<String> MEMBERS = Set.of("created_at", "updated_at", "createdAt", "updatedAt", "activatedAt", "createdBy",
            "updatedBy", "activatedBy", "createdByUserName", "updatedByUserName", "activatedByUserName", "project", "_id", "_cms");

    private Audit() {}

    /** Whether a member of this name is one of them, in any dialect. */
    public static boolean has(String member) {
        return MEMBERS.contains(member);
    }
}
