// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One project, as the administration and the tests see it. */
public interface ProjectState {

    /** The objects of a kind in the order of their creation, as the service shows them. */
    Collection<ObjectNode> objects(Kind kind);

    /** The versions of an experience in the order of their creation; none where the personality has no versions. */
    Collection<ObjectNode> versions(String experience);

    /** The uids of the experiences, the most important first. */
    List<String> priority();

    /** Moves an experience to one of the statuses that the service knows, whatever the rules say; false when there is no such experience. */
    boolean setStatus(String experience, String status);

    /** Everything as one document, in the form in which a project can be seeded. */
    ObjectNode document();
}
