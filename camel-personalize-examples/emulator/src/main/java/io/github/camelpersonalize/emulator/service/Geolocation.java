// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;

/** The places of the world that rules can speak of: countries (ISO 3166-1), regions (ISO 3166-2, of twelve countries), some cities. */
final class Geolocation {

    private final String area;
    private final Answer answer;

    private Geolocation(String area, Stream<String[]> codesAndNames) {
        this.area = area;
        ObjectNode list = Json.object();
        var data = list.putArray("data");
        codesAndNames.forEach(place -> data.add(item(place[0], place[1])));
        this.answer = Answer.json(200, list);
    }

    static Geolocation countries() {
        Stream<String[]> countries = Arrays.stream(Locale.getISOCountries())
                .map(code -> new String[]{code, new Locale("", code).getDisplayCountry(Locale.ENGLISH)});
        return new Geolocation("country", countries.sorted(Comparator.comparing(country -> country[0])));
    }

    static Geolocation regions() {
        return new Geolocation("region", lines("regions.csv").map(line -> line.split(",", 2)));
    }

    /** A city's code is its name in plain small letters, its region and its country, as in {@code chicago,IL,US}. */
    static Geolocation cities() {
        return new Geolocation("city", lines("cities.csv").map(line -> line.split(",", 2)).map(city -> new String[]{code(city), city[0]}));
    }

    Answer list(Call call, Stamp stamp) {
        return answer;
    }

    private static String code(String[] city) {
        String plain = Normalizer.normalize(city[0], Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT) + "," + city[1];
    }

    private ObjectNode item(String code, String name) {
        return Json.object().put("uid", uid(code)).put("name", name).put("code", code);
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

    private static Stream<String> lines(String resource) {
        try (InputStream in = Geolocation.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
