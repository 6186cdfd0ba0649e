// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;

import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.time.StopSignal;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.client.Calls.CREATE;
import static io.github.camelpersonalize.client.Calls.DELETE;
import static io.github.camelpersonalize.client.Calls.LIST;
import static io.github.camelpersonalize.client.Calls.PROJECT;
import static io.github.camelpersonalize.client.Calls.UPDATE;
import static io.github.camelpersonalize.client.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The calls of one exchange: which are repeated, and what is counted. */
class ProjectClientTest {

    private static final RetryPolicy TWO_WITHIN_A_MINUTE = new RetryPolicy(2, Duration.ofMinutes(1));

    private final ScriptedService service = new ScriptedService();
    private final StopSignal stop = new StopSignal();
    private final ProjectClient client = service.project(TWO_WITHIN_A_MINUTE, stop);

    @Test
    void whatHasTheSameEffectTheSecondTimeIsRepeatedInDoubt() {
        for (Call call : new Call[]{LIST, UPDATE, DELETE}) {
            service.requests.clear();
            service.then(503, "");

            assertThat(send(call).failure()).isEmpty();

            assertThat(service.requests).hasSize(2);
        }
    }

    @Test
    void aCreateIsNot() {
        service.then(503, "");

        assertThat(send(CREATE).failure()).isPresent();

        assertThat(service.requests).hasSize(1);
    }

    @Test
    void norIsWhatMayBeSentOnlyOnce() {
        service.then(503, "");

        assertThat(client.sendOnce(UPDATE, Address.of(new Uid("a1")), json("{}"), client.retries()).failure()).isPresent();

        assertThat(service.requests).hasSize(1);
    }

    @Test
    void aCreateThatWasCertainlyNotCarriedOutIsRepeated() {
        service.then(425, "");

        assertThat(send(CREATE).failure()).isEmpty();

        assertThat(service.requests).hasSize(2);
    }

    @Test
    void theCallsOfOnePieceOfWorkShareItsAttempts() {
        Retries retries = client.retries();
        service.then(503, "").then(503, "");
        assertThat(client.send(LIST, Address.NONE, null, retries).failure()).isEmpty();

        service.then(503, "");
        assertThat(client.send(LIST, Address.NONE, null, retries).failure()).isPresent();

        assertThat(client.requests()).isEqualTo(4);
    }

    @Test
    void callsAreCountedForTheExchangeAndForAll() {
        ProjectClient other = service.project(TWO_WITHIN_A_MINUTE, stop);
        other.send(LIST, Address.NONE, null);
        service.then(503, "");
        send(LIST);

        assertThat(client.requests()).isEqualTo(2);
        assertThat(client.stats().retries()).isEqualTo(1);
        assertThat(client.stats().calls(CallOutcome.success)).isEqualTo(1);
        assertThat(service.stats.requests()).isEqualTo(3);
        assertThat(service.stats.calls(CallOutcome.success)).isEqualTo(2);
    }

    @Test
    void theStopOfTheExchangeEndsItsWaits() {
        assertThat(client.sleep(Duration.ofSeconds(1))).isTrue();

        stop.give();

        assertThat(client.sleep(Duration.ofSeconds(2))).isFalse();
        assertThat(send(LIST).failure()).contains(Problem.STOPPING);
        assertThat(service.time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void itKnowsItsProjectTimeAndStop() {
        assertThat(client.project()).isEqualTo(PROJECT);
        assertThat(client.time()).isSameAs(service.time);
        assertThat(client.stop()).isSameAs(stop);
    }

    private CallResult send(Call call) {
        Address address = call.needsUid() ? Address.of(new Uid("a1")) : Address.NONE;
        return client.send(call, address, call.body() == null ? null : json("{\"key\": \"age\"}"));
    }
}
