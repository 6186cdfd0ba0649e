// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import io.github.camelpersonalize.model.Definitions;
import io.github.camelpersonalize.model.GeoItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@BothDialects
class GeolocationTest extends EmulatedRoutes {

    @ParameterizedTest
    @CsvSource({"listCountries, US", "listRegions, US-AZ", "listCities, 'chicago,IL,US'"})
    void listsThePlacesThatRulesCanName(String operation, String code) {
        Definitions places = send("personalize:geolocation?operation=" + operation, null).getMessage().getBody(Definitions.class);

        assertThat(places).extracting(place -> place.get("code")).contains(code);
    }

    @Test
    void aPlaceConvertsToItsRecord() {
        Definitions places = send("personalize:geolocation?operation=listCountries", null).getMessage().getBody(Definitions.class);

        GeoItem place = context.getTypeConverter().convertTo(GeoItem.class, places.get(0));

        assertThat(place.code()).isEqualTo(places.get(0).get("code"));
    }

    @Test
    void theBodyOfTheMessageIsOfNoInterest() {
        assertThat(send("personalize:geolocation?operation=listCountries", "not JSON").getException()).isNull();
    }
}
