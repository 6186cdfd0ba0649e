// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.emulator.script.Script;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether messages can be sent, as readiness probes learn it: by the traffic there was, at no request's cost. */
class HealthTest extends EmulatedRoutes {

    private static final String CREATE = "personalize:attributes?operation=create";
    private static final String LIST = "personalize:attributes?operation=list";
    private static final String AGE = """
            {"name": "Age", "key": "age", "data_type": "number"}""";

    @BeforeEach
    void enableProducerChecksAsTheUserWould() {
        producers().setEnabled(true);
    }

    @Test
    void camelLeavesChecksOfProducersOffUntilTheyAreTurnedOn() {
        producers().setEnabled(false);
        send(LIST, null);

        assertThat(readiness()).isEmpty();
    }

    @Test
    void aProducerIsUpBeforeItsFirstMessageAndNoCheckCostsARequest() throws Exception {
        send(LIST, null);
        emulator().clearRequests();
        addIdleRoute(CREATE);

        assertThat(states()).isEqualTo(Map.of("producer:personalize-attributes-list", HealthCheck.State.UP,
                "producer:personalize-attributes-create", HealthCheck.State.UP));
        assertThat(calls()).isEmpty();
    }

    @Test
    void theCheckIsOneOfReadinessAndNotOfLiveness() {
        send(LIST, null);

        assertThat(readiness()).singleElement().satisfies(result -> assertThat(result.getCheck().isLiveness()).isFalse());
    }

    @Test
    void aCredentialThatIsRefusedIsDownAndTheReasonSaysWhatToDo() {
        component().getConfiguration().setAuthtoken("stranger");
        Instant before = Instant.now();

        send(LIST, null);

        HealthCheck.Result result = only();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage().orElseThrow()).startsWith("the service refused the credential with 401: ")
                .contains("; check authtoken, accessToken")
                .endsWith(" (on the endpoint or as camel.component.personalize.*); it was sent to 127.0.0.1");
        assertThat(details(result)).containsEntry("resource", "attributes").containsEntry("operation", "list")
                .containsEntry("kind", "unauthorized").containsEntry("service.status.code", 401)
                .containsEntry("message", result.getMessage().orElseThrow());
        assertThat(Instant.parse((String) details(result).get("since"))).isAfterOrEqualTo(before);
    }

    @Test
    void aRateLimitThatIsUsedUpIsDown() {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(429));

        send(LIST, null);

        HealthCheck.Result result = only();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage().orElseThrow()).startsWith("the organization's rate limit is used up (429)");
        assertThat(details(result)).containsEntry("kind", "unavailable").containsEntry("service.status.code", 429);
    }

    @Test
    void F54_whileTheServiceCannotBeReachedHealthIsDownSaysWhyAndRecoversAlone() {
        send(LIST, null);
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503, 502));

        send(LIST, null);
        Object since = details(only()).get("since");
        send(LIST, null);

        assertThat(only().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(only().getMessage().orElseThrow()).startsWith("the service failed with 502");
        assertThat(details(only())).containsEntry("since", since);

        send(LIST, null);

        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(details(only())).doesNotContainKeys("since", "kind", "message", "service.status.code");
    }

    @Test
    void F54_anAddressWhereNobodyListensIsDownWithoutAStatus() {
        send(LIST + "&baseUrl=http://localhost:1", null);

        assertThat(only().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(only().getMessage().orElseThrow()).startsWith("no response from localhost: ");
        assertThat(details(only())).containsEntry("kind", "unavailable").doesNotContainKey("service.status.code");
    }

    @Test
    void aRecordThatIsRefusedIsNoSignOfIllHealth() {
        emulator().script(Script.on("POST", "/attributes").thenStatuses(422));

        assertThat(send(CREATE, AGE).getException()).isInstanceOf(PersonalizeRejectedException.class);

        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aRecordThatIsRefusedAfterAnOutageSaysThatTheOutageIsOver() {
        emulator().script(Script.on("POST", "/attributes").thenStatuses(503));
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));
        send(CREATE, AGE);
        assertThat(only().getState()).isEqualTo(HealthCheck.State.DOWN);

        emulator().script(Script.on("POST", "/attributes").thenStatuses(422));
        send(CREATE, AGE);

        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void detailsTellNeitherUidNorKeyNorProjectNorCredential() {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));

        send("personalize:attributes?operation=get&key=age-of-canary&projectUid=project-of-canary", null);

        assertThat(details(only()).toString()).doesNotContain("canary", emulator().authtoken());
    }

    @Test
    void aCheckCanBeTurnedOffForTheComponent() {
        component().setHealthCheckProducerEnabled(false);
        send(LIST, null);

        assertThat(readiness()).singleElement().satisfies(result -> assertThat(result.getState()).isEqualTo(HealthCheck.State.UNKNOWN));
    }

    @Test
    void producersOfTwoProjectsHaveAnIdEach() {
        send(LIST, null);
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));
        send(LIST + "&projectUid=p2", null);

        assertThat(states()).isEqualTo(Map.of("producer:personalize-attributes-list", HealthCheck.State.UP,
                "producer:personalize-attributes-list-2", HealthCheck.State.DOWN));
    }

    @Test
    void F65_endpointsThatDifferInTheUidOnlyShareACheck() {
        for (int i = 0; i < 20; i++) {
            send("personalize:experiences?operation=get&uid=e" + i, null);
        }

        assertThat(states()).containsOnlyKeys("producer:personalize-experiences-get");
    }

    @Test
    void theCheckGoesWithTheLastOfItsProducers() throws Exception {
        send(LIST, null);
        send(LIST + "&maxRetries=1", null);

        context.getRouteController().stopRoute(context.getRoutes().get(0).getRouteId());
        assertThat(readiness()).hasSize(1);

        context.getRouteController().stopRoute(context.getRoutes().get(1).getRouteId());
        assertThat(readiness()).isEmpty();
    }

    private void addIdleRoute(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:idle").to(uri);
            }
        });
    }

    private HealthCheckRepository producers() {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers");
    }

    private List<HealthCheck.Result> readiness() {
        Collection<HealthCheck.Result> all = HealthCheckHelper.invokeReadiness(context, "full");
        return all.stream().filter(result -> result.getCheck().getId().startsWith("producer:")).toList();
    }

    private Map<String, HealthCheck.State> states() {
        return readiness().stream()
                .collect(Collectors.toMap(result -> result.getCheck().getId(), HealthCheck.Result::getState));
    }

    private HealthCheck.Result only() {
        assertThat(readiness()).hasSize(1);
        return readiness().get(0);
    }

    private static Map<String, Object> details(HealthCheck.Result result) {
        return result.getDetails();
    }
}
