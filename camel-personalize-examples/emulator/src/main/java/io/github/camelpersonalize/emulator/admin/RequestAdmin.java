// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.journal.RequestJournal;

/** Shows and clears the journal. */
final class RequestAdmin {

    private final RequestJournal journal;

    RequestAdmin(RequestJournal journal) {
        this.journal = journal;
    }

    Answer list() {
        ObjectNode list = Json.object().put("total", journal.total());
        list.set("counts", Json.tree(journal.counts()));
        ArrayNode data = list.putArray("data");
        journal.requests().forEach(request -> data.add(whole(request)));
        return Answer.json(200, list);
    }

    Answer get(String number) {
        return Optional.of(number).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf).flatMap(journal::find)
                .map(request -> Answer.json(200, whole(request).set("answer", Json.tree(request.answer()))))
                .orElseGet(() -> Answer.error(404, "There is no request number " + number + " among those that are kept."));
    }

    Answer clear() {
        journal.clear();
        return Answer.empty(200);
    }

    static ObjectNode brief(RecordedRequest request) {
        return Json.object().put("number", request.number()).put("time", request.time().toString()).put("method", request.method())
                .put("path", request.path()).put("operation", request.operation()).put("project", request.project())
                .put("status", request.status()).put("fault", request.fault());
    }

    private static ObjectNode whole(RecordedRequest request) {
        ObjectNode whole = brief(request).put("body", request.body());
        whole.set("headers", Json.tree(request.headers()));
        return whole;
    }
}
