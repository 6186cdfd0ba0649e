// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PersonalizeEmulatorExtension.class)
class GeolocationTest {

    private Client client;

    @BeforeEach
    void connect(PersonalizeEmulator emulator) {
        client = new Client(emulator);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"countries | DE | Germany", "countries | US | United States", "regions | US-IL | Illinois",
            "regions | DE-BY | Bayern", "regions | JP-13 | Tokyo", "cities | chicago,IL,US | Chicago",
            "cities | sao paulo,SP,BR | São Paulo",
            "cities | frankfurt am main,HE,DE | Frankfurt am Main"})
    void placesHaveTheirCodesAndNames(String area, String code, String name) {
        assertThat(places(area)).anySatisfy(place -> {
            assertThat(place.path("code").asText()).isEqualTo(code);
            assertThat(place.path("name").asText()).isEqualTo(name);
            assertThat(place.path("uid").asText()).matches("[0-9a-f]{24}");
        });
    }

    @Test
    void allCountriesOfTheStandardAreThere() {
        assertThat(places("countries")).extracting(place -> place.path("code").asText()).containsExactly(sorted(Locale.getISOCountries()));
    }

    @Test
    void regionsAreThereForTwelveCountries() {
        assertThat(places("regions")).extracting(place -> place.path("code").asText().substring(0, 2)).containsOnly("US", "CA", "GB", "DE",
                "FR",
                "IN", "AU", "BR", "JP", "MX", "ES", "IT");
    }

    @Test
    void everyCityLiesInARegionOfTheList() {
        Set<String> regions = new HashSet<>();
        places("regions").forEach(region -> regions.add(region.path("code").asText()));

        assertThat(places("cities")).hasSizeGreaterThanOrEqualTo(60).allSatisfy(city -> {
            String[] parts = city.path("code").asText().split(",");
            assertThat(parts).hasSize(3);
            assertThat(regions).contains(parts[2] + "-" + parts[1]);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"countries", "regions", "cities"})
    void uidsAndCodesAreUniqueAndTheSameInEveryProject(String area) {
        assertThat(places(area)).doesNotHaveDuplicates().extracting(place -> place.path("uid").asText()).doesNotHaveDuplicates();
        assertThat(client
                .send(client.bare("/geolocation/" + area).header("authtoken", EmulatorOptions.AUTHTOKEN).header("x-project-uid", "other"))
                .text()).isEqualTo(client.get("/geolocation/" + area).text());
    }

    private JsonNode places(String area) {
        return client.get("/geolocation/" + area).json().get("data");
    }

    private static String[] sorted(String[] codes) {
        Arrays.sort(codes);
        return codes;
    }
}
