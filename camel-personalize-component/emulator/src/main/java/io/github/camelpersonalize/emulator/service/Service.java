// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Request;

/** One personality of the emulator: the state, the operations on it and the shape of the answers. */
public interface Service {

    /** Where a request leads. */
    Route<?> route(Request request);

    /** What those hear who may not come in, or not yet; none for the others, who count towards the limit from now on. */
    Optional<Answer> turnAway(Request request);

    /** The answer to a request that was let in. */
    Answer serve(Request request);

    /** An error as this service words it, for a script that gives only a status from 400 on. */
    Answer scripted(int status);

    /** The state. */
    Projects<? extends ProjectState> projects();

    /**
     * Puts a document in the place of a project.
     *
     * @return a sentence for each thing that is wrong with the document; then the project stays as it was
     */
    List<String> seed(String uid, JsonNode document);

    /** The words for the status of an experience, in the order in which one follows another. */
    List<String> statuses();
}
