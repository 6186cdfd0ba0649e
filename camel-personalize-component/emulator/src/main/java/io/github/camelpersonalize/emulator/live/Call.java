// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.live.state.Project;

/**
 * A request that got as far as its operation.
 *
 * @param project
 *            the project, none where the operation is not about one
 * @param uids
 *            the uids in the path
 * @param request
 *            the whole request
 * @param body
 *            the body, in the shape that the operation asks for; empty where it asks for none
 */
record Call(Project project, List<String> uids, Request request, JsonNode body) {

    /** The body where it is an object. */
    ObjectNode object() {
        return (ObjectNode) body;
    }

    /** The first uid in the path. */
    String uid() {
        return uids.get(0);
    }
}
