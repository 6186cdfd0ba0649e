// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.LiveRoutes;
import io.github.camelpersonalize.RecordingServer;
import io.github.camelpersonalize.faults.TraceLog;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that speaks the dialect that an endpoint does not: it is told once, with the option to set, and nothing switches by itself. */
class OtherDialectTest extends LiveRoutes {

    private static final String WRONG = "personalize:attributes may use the wrong dialect: ";
    private static final String HOW = " (docs/dialects.adoc says how to find out)";
    private static final String TRY_LIVE = ", as in the dialect live; if 127.0.0.1 speaks it, set dialect=live instead of contract";
    private static final String TRY_CONTRACT = ", as in the dialect contract; if 127.0.0.1 speaks it, set dialect=contract instead of live";

    @BeforeEach
    void enableProducerChecks() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
    }

    @Test
    void aListOfTheLiveServiceIsRecognizedOnceAnEndpoint() {
        List<String> warnings = warnings(() -> {
            send("personalize:attributes?operation=list&dialect=contract", null);
            send("personalize:attributes?operation=list&dialect=contract", null);
        });

        assertThat(warnings).containsExactly(WRONG + "what answers GET /attributes has the member __type" + TRY_LIVE + HOW);
    }

    @Test
    void eachEndpointSaysItForItself() {
        List<String> warnings = warnings(() -> {
            send("personalize:attributes?operation=list&dialect=contract", null);
            send("personalize:attributes?operation=list&dialect=contract&maxRetries=1", null);
        });

        assertThat(warnings).hasSize(2);
    }

    @Test
    void theHealthCheckSaysItToo() {
        send("personalize:attributes?operation=list&dialect=contract", null);

        HealthCheck.Result health = HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:")).findFirst().orElseThrow();
        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getDetails()).containsEntry("dialect", "what answers GET /attributes has the member __type" + TRY_LIVE);
    }

    @Test
    void theDialectThatTheServiceSpeaksIsNoMatterForAnyone() {
        assertThat(warnings(() -> send("personalize:attributes?operation=list", null))).isEmpty();

        assertThat(HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:")).toList())
                .singleElement().satisfies(health -> assertThat(health.getDetails()).doesNotContainKey("dialect"));
    }

    @Test
    void thePathOfThePriorityIsAUidToTheLiveService() {
        assertThat(warnings(() -> send("personalize:experiences?operation=getPriority&dialect=contract", null))).containsExactly(
                "personalize:experiences may use the wrong dialect: GET /experiences/priority is answered with 400" + TRY_LIVE + HOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            contract | list        | 200 | [{"uid": "a1", "key": "age", "createdAt": "2026-01-01T00:00:00.000Z"}]             | what answers GET /attributes has the member createdAt
            contract | list        | 200 | [{"uid": "a1", "key": "age"}, {"uid": "a2", "key": "x", "__type": "CUSTOM"}]       | what answers GET /attributes has the member __type
            contract | list        | 200 | [{"_id": "6710a1b2c3d4e5f601020304", "key": "age"}]                                | what answers GET /attributes has the member _id
            live     | list        | 200 | {"data": []}                                                                       | the list that answers GET /attributes is in the member data
            live     | list        | 200 | [{"uid": "a1", "key": "age", "created_at": "2026-01-01T00:00:00.000Z"}]            | what answers GET /attributes has the member created_at
            """)
    void aSignNamesWhatWasSeenAndTheOptionToTry(String dialect, String operation, int status, String body, String sign) {
        assertThat(warnings(dialect, "personalize:attributes?operation=" + operation, status, body))
                .containsExactly(WRONG + sign + (dialect.equals("live") ? TRY_CONTRACT : TRY_LIVE) + HOW);
    }

    @Test
    void aDefinitionThatWasCreatedIsASignToo() {
        List<String> warnings;
        try (RecordingServer service = new RecordingServer(201, """
                {"uid": "a1", "__type": "CUSTOM", "key": "age", "name": "Age", "createdAt": "2026-01-01T00:00:00.000Z"}""")) {
            warnings = warnings(() -> send("personalize:attributes?operation=create&dialect=contract&baseUrl=" + service.baseUrl(), """
                    {"key": "age", "name": "Age", "data_type": "number"}"""));
        }

        assertThat(warnings).containsExactly(WRONG + "what answers POST /attributes has the member __type" + TRY_LIVE + HOW);
    }

    @ParameterizedTest
    @CsvSource({"contract, GET /experiences/priority", "live, GET /experiences-priority"})
    void aPriorityThatIsNowhereIsASign(String dialect, String call) {
        String other = dialect.equals("live") ? TRY_CONTRACT : TRY_LIVE;

        assertThat(warnings(dialect, "personalize:experiences?operation=getPriority", 404, "{\"message\": \"Not found\"}"))
                .containsExactly("personalize:experiences may use the wrong dialect: " + call + " is answered with 404" + other + HOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"uid\": \"a1\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}]",
            "[{\"uid\": \"a1\", \"key\": \"age\", \"created_at\": \"2026-01-01T00:00:00.000Z\"}]",
            "{\"data\": [{\"uid\": \"a1\", \"key\": \"age\", \"__type\": \"CUSTOM\"}]}",
            "[{\"uid\": \"a1\", \"key\": \"age\", \"created_at\": \"2026-01-01T00:00:00.000Z\", \"__type\": \"CUSTOM\"}]"})
    void aGatewayThatUnwrapsListsOrAddsMembersIsNoSign(String body) {
        assertThat(warnings("contract", "personalize:attributes?operation=list", 200, body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"attributes?operation=list, 404", "experiences?operation=getPriority, 400", "experiences?operation=getPriority, 401",
            "experiences?operation=get&uid=e1, 404", "geolocation?operation=listCountries, 404"})
    void anErrorThatBothDialectsKnowIsNoSign(String operation, int status) {
        for (String dialect : List.of("contract", "live")) {
            assertThat(warnings(dialect, "personalize:" + operation, status, "{\"message\": \"No.\"}")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"contract, __type", "contract, _id", "contract, createdAt", "live, created_at"})
    void placesAreNoDefinitionsOfAnyDialect(String dialect, String member) {
        assertThat(warnings(dialect, "personalize:geolocation?operation=listCountries", 200, "[{\"" + member + "\": \"x\"}]")).isEmpty();
    }

    @Test
    void aProjectThatAMessageHasChosenSaysNothingOfTheService() {
        try (RecordingServer service = new RecordingServer(404, "{\"message\": \"No.\"}")) {
            String uri = "personalize:experiences?operation=getPriority&headerOverrides=projectUid&baseUrl=" + service.baseUrl();

            assertThat(warnings(() -> send(uri, null, Map.of("CamelPersonalizeProjectUid", "other")))).isEmpty();
        }
    }

    private List<String> warnings(String dialect, String uri, int status, String body) {
        try (RecordingServer service = new RecordingServer(status, body)) {
            return warnings(() -> send(uri + "&dialect=" + dialect + "&baseUrl=" + service.baseUrl(), null));
        }
    }

    private static List<String> warnings(Runnable work) {
        try (TraceLog log = new TraceLog()) {
            work.run();
            return log.messages("WARN", DialectWatch.class);
        }
    }
}
