// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a call has come to.
 *
 * @param status
 *            the HTTP status, 0 where there was none
 * @param body
 *            of an accepted call, as JSON
 * @param code
 *            of the error, empty where there is none
 * @param error
 *            what the service or the component says, empty where the call was accepted
 */
record Answer(int status, JsonNode body, String code, String error) {

    /** The code where the service did not decide, and gave none. */
    static final String UNAVAILABLE = "unavailable";

    private static final int TOO_MANY = 429;

    /** An accepted call. */
    static Answer accepted(int status, JsonNode body) {
        return new Answer(status, body, "", "");
    }

    /** A refused call. */
    static Answer refused(int status, String code, String error) {
        return new Answer(status, MissingNode.getInstance(), code, error);
    }

    boolean isAccepted() {
        return error.isEmpty();
    }

    /** Whether the service did not decide: then nothing follows from it. */
    boolean isUnavailable() {
        return !isAccepted() && (status == TOO_MANY || status >= 500 || status == 0 && code.equals(UNAVAILABLE));
    }

    /** For a report. */
    String seen() {
        return isAccepted() ? "accepted, HTTP " + status : "refused, HTTP " + status + ", " + code + ": " + error;
    }

    /** The items of a list. */
    Stream<JsonNode> items() {
        return StreamSupport.stream(body.spliterator(), false);
    }

    String uid() {
        return body.path("uid").asText();
    }
}
