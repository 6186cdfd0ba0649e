// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.service.Place;

/** The places of the world that rules can speak of. */
final class Geolocation {

    private final String area;
    private final Answer answer;

    private Geolocation(String area, List<Place> places) {
        this.area = area;
        ObjectNode list = Json.object();
        var data = list.putArray("data");
        places.forEach(place -> data.add(item(place)));
        this.answer = Answer.json(200, list);
    }

    static Geolocation countries() {
        return new Geolocation("country", Place.countries());
    }

    static Geolocation regions() {
        return new Geolocation("region", Place.regions());
    }

    static Geolocation cities() {
        return new Geolocation("city", Place.cities());
    }

    Answer list(Call call, Stamp stamp) {
        return answer;
    }

    private ObjectNode item(Place place) {
        return Json.object().put("uid", uid(place.code())).put("name", place.name()).put("code", place.code());
    }

    /** The same place has the same uid in every run. */
    private String uid(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((area + ":" + code).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
