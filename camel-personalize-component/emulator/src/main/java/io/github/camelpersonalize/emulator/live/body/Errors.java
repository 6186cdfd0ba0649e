// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;

/** The shapes of errors besides {@link Problems}. */
public final class Errors {

    private static final int NOT_LOGGED_IN = 105;

    private Errors() {}

    /** An error with a code and a text. */
    public static Answer of(int status, Code code, String message) {
        return Answer.json(status, Json.object().put("error", code.text()).put("message", message));
    }

    /** Nobody who is known. */
    public static Answer unauthorized() {
        return Answer.json(401, Json.object().put("error_message", "You're not allowed in here unless you're logged in.")
                .put("error_code", NOT_LOGGED_IN));
    }

    /** No operation has this method and path. */
    public static Answer noRoute(String method, String path) {
        return framework(404, "Cannot " + method + " " + path, "Not Found");
    }

    /** A request that no operation can read. */
    public static Answer unreadable(String message) {
        return framework(400, message, "Bad Request");
    }

    /** A text in the place of a uid. */
    public static Answer notAnObjectId(String objection) {
        return of(400, Code.NOT_AN_OBJECT_ID, objection);
    }

    /** A uid that names nothing. */
    public static Answer unknown(String noun, String uid) {
        return of(404, Code.NOT_FOUND, "There is no " + noun + " with the uid " + uid);
    }

    private static Answer framework(int status, String message, String error) {
        return Answer.json(status, Json.object().put("statusCode", status).put("message", message).put("error", error));
    }
}
