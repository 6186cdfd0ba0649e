// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.service.Place;

/** Places, a page at a time. */
final class Geolocation {

    static final String[] QUERY = {"skip", "limit", "code[]", "name"};

    private static final int USUAL_LIMIT = 10;
    private static final int HIGHEST_LIMIT = 1000;

    private final List<Place> places;

    Geolocation(List<Place> places) {
        this.places = places;
    }

    Answer list(Call call) {
        Request request = call.request();
        Problems problems = new Problems(false);
        int skip = number(request, "skip", 0, 0, Integer.MAX_VALUE, problems);
        int limit = number(request, "limit", USUAL_LIMIT, 1, HIGHEST_LIMIT, problems);
        if (!problems.isEmpty()) {
            return problems.answer();
        }
        ArrayNode page = Json.array();
        places.stream().filter(hasCode(request.parameters("code[]"))).filter(hasName(request.parameter("name").orElse("")))
                .skip(skip).limit(limit).forEach(place -> page.add(Json.object().put("code", place.code()).put("name", place.name())));
        return Answer.json(200, page);
    }

    private static Predicate<Place> hasCode(List<String> codes) {
        return place -> codes.isEmpty() || codes.contains(place.code());
    }

    private static Predicate<Place> hasName(String part) {
        return place -> place.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static int number(Request request, String name, int usual, int least, int most, Problems problems) {
        Optional<String> given = request.parameter(name);
        if (given.isEmpty()) {
            return usual;
        }
        boolean fits = given.get().matches("\\d{1,9}") && Integer.parseInt(given.get()) >= least && Integer.parseInt(given.get()) <= most;
        if (!fits) {
            problems.add(name, Code.INVALID, "must be a number from " + least + " to " + most + ", not '" + given.get() + "'");
            return usual;
        }
        return Integer.parseInt(given.get());
    }
}
