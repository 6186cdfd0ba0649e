// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kamelets;

import java.util.List;

import io.github.camelpersonalize.EmulatedRoutes;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code kamelet:personalize-upsert-sink} in a route. */
class UpsertSinkTest extends EmulatedRoutes {

    private static final String ATTRIBUTES = "kamelet:personalize-upsert-sink?resource=attributes";
    private static final String AGE = """
            {"key": "age", "name": "Age", "data_type": "number"}""";
    private static final String AGE_IN_YEARS = """
            {"key": "age", "name": "Age in years", "data_type": "number"}""";

    @Test
    void createsWhatIsMissingAndUpdatesWhatDiffers() {
        definition(send(ATTRIBUTES, AGE));
        definition(send(ATTRIBUTES, AGE_IN_YEARS));

        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
        assertThat(emulator().project(PROJECT).attribute("age").get("name").asText()).isEqualTo("Age in years");
    }

    @Test
    void leavesAloneWhatDiffersWhenToldSo() {
        definition(send(ATTRIBUTES, AGE));

        Exchange exchange = send(ATTRIBUTES + "&onConflict=skip", AGE_IN_YEARS);

        assertThat(exchange.getException()).isNull();
        assertThat(emulator().project(PROJECT).attribute("age").get("name").asText()).isEqualTo("Age");
    }

    @Test
    void takesABatch() {
        Exchange exchange = send(ATTRIBUTES, List.of(AGE, AGE.replace("age", "height").replace("Age", "Height")));

        assertThat(exchange.getException()).isNull();
        assertThat(emulator().project(PROJECT).attributes()).extracting(attribute -> attribute.get("key").asText())
                .containsExactlyInAnyOrder("age", "height");
    }

    @Test
    void itsOwnSettingsGoBeforeTheComponents() {
        component().getConfiguration().setBaseUrl("http://localhost:1");

        definition(send(ATTRIBUTES + "&projectUid=p2&baseUrl=" + emulator().baseUrl(), AGE));

        assertThat(emulator().project("p2").attribute("age").get("name").asText()).isEqualTo("Age");
        assertThat(emulator().project(PROJECT).attributes()).isEmpty();
    }
}
