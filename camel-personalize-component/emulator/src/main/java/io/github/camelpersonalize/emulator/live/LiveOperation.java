// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.emulator.live.body.Check;
import io.github.camelpersonalize.emulator.service.Operation;

/**
 * One row of the table of operations.
 *
 * @param id
 *            the name, for the journal
 * @param method
 *            the method
 * @param path
 *            the path
 * @param right
 *            what a caller must be allowed to do
 * @param subject
 *            what it is about
 * @param query
 *            the parameters of the query
 * @param body
 *            the body, none where it takes none
 * @param handler
 *            what it does
 */
record LiveOperation(String id, String method, String path, Right right, Subject subject, List<String> query, Optional<Check> body,
        Handler handler) implements Operation {

    /** An operation that reads something of a project. */
    static LiveOperation read(String id, String path, Handler handler, String... query) {
        return new LiveOperation(id, "GET", path, Right.READ, Subject.PROJECT, List.of(query), Optional.empty(), handler);
    }

    /** An operation that writes something into a project. */
    static LiveOperation write(String id, String method, String path, Check body, Handler handler) {
        return new LiveOperation(id, method, path, Right.MANAGE, Subject.PROJECT, List.of(), Optional.of(body), handler);
    }

    /** An operation that deletes something of a project. */
    static LiveOperation delete(String id, String path, Handler handler) {
        return new LiveOperation(id, "DELETE", path, Right.MANAGE, Subject.PROJECT, List.of(), Optional.empty(), handler);
    }

    /** The same about something else. */
    LiveOperation about(Subject other) {
        return new LiveOperation(id, method, path, right, other, query, body, handler);
    }

    /** The same for everybody, without credentials. */
    LiveOperation forEverybody() {
        return new LiveOperation(id, method, path, Right.NONE, subject, query, body, handler);
    }

    /** The same by another method, with the right that changes need. */
    LiveOperation by(String other) {
        return new LiveOperation(id, other, path, Right.MANAGE, subject, query, body, handler);
    }
}
