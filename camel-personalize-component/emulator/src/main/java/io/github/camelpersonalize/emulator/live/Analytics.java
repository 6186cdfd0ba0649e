// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.state.Experience;
import io.github.camelpersonalize.emulator.live.state.ObjectIds;
import io.github.camelpersonalize.emulator.live.state.References;
import io.github.camelpersonalize.emulator.service.Kind;

/** What visitors made of the variants of a version, from what they sent to the Edge API. */
final class Analytics {

    static final String[] SUMMARY = {"version", "from", "to"};
    static final String[] SERIES = {"version", "from", "to", "metric"};

    private Analytics() {}

    static Answer summary(Call call) {
        return answer(call, Code.NO_SUMMARY, Analytics::variants);
    }

    static Answer series(Call call) {
        return answer(call, Code.NO_TIME_SERIES, (asked, experience, version) -> Json.object().put("metric",
                asked.request().parameter("metric").orElse("")).set("series", Json.array()));
    }

    @FunctionalInterface
    private interface Content {

        ObjectNode of(Call call, Experience experience, JsonNode version);
    }

    private static Answer answer(Call call, Code nothing, Content content) {
        Problems problems = new Problems(false);
        examine(call.request(), problems);
        if (!problems.isEmpty()) {
            return problems.answer();
        }
        Optional<Experience> experience = call.project().experience(call.uid());
        if (experience.isEmpty()) {
            return Experiences.unknown(call.uid());
        }
        String uid = call.request().parameter("version").orElseThrow();
        Optional<ObjectNode> version = experience.get().versions().find(uid).filter(found -> found.has("firstActivatedAt"));
        if (version.isEmpty()) {
            return Errors.of(404, nothing, "The version " + uid + " was never active");
        }
        ObjectNode body = Json.object().put("experienceUid", call.uid()).put("version", uid);
        return Answer.json(200, body.setAll(content.of(call, experience.get(), version.get())));
    }

    private static ObjectNode variants(Call call, Experience experience, JsonNode version) {
        List<String> keys = new ArrayList<>();
        References.events(version).forEach(uid -> call.project().shelf(Kind.EVENT).find(uid).map(event -> event.path("key").asText())
                .ifPresent(keys::add));
        ObjectNode summary = Json.object();
        var variants = summary.putArray("variants");
        for (JsonNode variant : version.path("variants")) {
            String shortUid = variant.path("shortUid").asText();
            variants.add(Json.object().put("shortUid", shortUid)
                    .put("impressions", call.project().visitors().impressions(experience.shortUid(), shortUid).size())
                    .put("conversions", call.project().visitors().conversions(experience.shortUid(), shortUid, keys).size()));
        }
        return summary;
    }

    private static void examine(Request request, Problems problems) {
        String version = request.parameter("version").orElse("");
        if (version.isEmpty()) {
            problems.add("version", Code.REQUIRED, "is required");
        } else if (!ObjectIds.isObjectId(version)) {
            problems.addSentence("version", Code.NOT_AN_OBJECT_ID, ObjectIds.objection(version));
        }
        for (String name : List.of("from", "to")) {
            if (request.parameter(name).filter(text -> !isTime(text)).isPresent()) {
                problems.add(name, Code.INVALID, "must be a time as in 2026-04-08T00:00:00Z");
            }
        }
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException no) {
            return false;
        }
    }
}
