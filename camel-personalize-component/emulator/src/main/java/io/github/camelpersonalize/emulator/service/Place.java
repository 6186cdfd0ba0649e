// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A place of the world that rules can speak of.
 *
 * @param code
 *            by which rules speak of it
 * @param name
 *            for people, in English
 */
public record Place(String code, String name) {

    /** The countries of ISO 3166-1. */
    public static List<Place> countries() {
        return Arrays.stream(Locale.getISOCountries()).map(code -> new Place(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Place::code)).toList();
    }

    /** The regions of ISO 3166-2, of twelve countries. */
    public static List<Place> regions() {
        return lines("regions.csv").map(line -> line.split(",", 2)).map(region -> new Place(region[0], region[1])).toList();
    }

    /** Some cities. A city's code is its name in plain small letters, its region and its country, as in {@code chicago,IL,US}. */
    public static List<Place> cities() {
        return lines("cities.csv").map(line -> line.split(",", 2)).map(city -> new Place(plain(city[0]) + "," + city[1], city[0])).toList();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> lines(String resource) {
        try (InputStream in = Place.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
