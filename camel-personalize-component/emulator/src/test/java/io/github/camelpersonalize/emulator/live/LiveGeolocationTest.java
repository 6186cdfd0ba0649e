// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LiveGeolocationTest {

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults());

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"countries", "regions", "cities"})
    void tenPlacesComeUnlessALimitIsGiven(String places) {
        Client.Answer page = client.get("/geolocation/" + places);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json()).hasSize(10)
                .allSatisfy(place -> assertThat(place.fieldNames()).toIterable().containsExactly("code", "name"));
    }

    @Test
    void pagesFollowOneAnother() {
        assertThat(client.get("/geolocation/regions?limit=2").text())
                .isEqualTo("[{\"code\":\"US-AL\",\"name\":\"Alabama\"},{\"code\":\"US-AK\",\"name\":\"Alaska\"}]");
        assertThat(client.get("/geolocation/regions?limit=1&skip=2").text()).isEqualTo("[{\"code\":\"US-AZ\",\"name\":\"Arizona\"}]");
        assertThat(client.get("/geolocation/countries?limit=1000").json()).hasSizeGreaterThan(200);
        assertThat(client.get("/geolocation/countries?skip=1000").text()).isEqualTo("[]");
    }

    @Test
    void codesAreExact() {
        assertThat(client.get("/geolocation/regions?code%5B%5D=US-AZ&code%5B%5D=US-AL").json().findValuesAsText("code"))
                .containsExactly("US-AL", "US-AZ");
        assertThat(client.get("/geolocation/regions?code%5B%5D=us-az").text()).isEqualTo("[]");
        assertThat(client.get("/geolocation/cities?code%5B%5D=chicago,IL,US").text())
                .isEqualTo("[{\"code\":\"chicago,IL,US\",\"name\":\"Chicago\"}]");
    }

    @Test
    void aNameIsAPart() {
        assertThat(client.get("/geolocation/countries?name=LATV").text()).isEqualTo("[{\"code\":\"LV\",\"name\":\"Latvia\"}]");
    }

    @ParameterizedTest
    @CsvSource({"limit, 0, 1, 1000", "limit, 1001, 1, 1000", "limit, many, 1, 1000", "skip, -1, 0, 2147483647"})
    void aNumberOutsideItsBoundsIsRefused(String name, String value, String least, String most) {
        Client.Answer refused = client.get("/geolocation/cities?" + name + "=" + value);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo(Live.errors(name, "emulator.INVALID",
                name + " must be a number from " + least + " to " + most + ", not '" + value + "'"));
    }

    @Test
    void noProjectNeedsToBeNamed() {
        assertThat(client.send(client.bare("/geolocation/cities").header("authtoken", EmulatorOptions.AUTHTOKEN)).status()).isEqualTo(200);
        assertThat(client.send(client.bare("/geolocation/cities")).status()).isEqualTo(401);
    }
}
