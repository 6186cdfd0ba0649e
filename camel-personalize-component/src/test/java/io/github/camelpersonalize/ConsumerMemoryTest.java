// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.camelpersonalize.faults.TraceLog;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a consumer keeps from poll to poll: what it has seen, and what this context has written. */
class ConsumerMemoryTest extends PolledConsumers {

    @Test
    void whatThisContextWritesIsDeliveredUnlessItIsNotTo() throws Exception {
        consume("personalize:attributes?ownChanges=false");
        poll();
        create(AGE);
        assertThat(poll()).isEmpty();

        createByOthers(HEIGHT);
        assertThat(poll()).containsExactly("CREATED height");
    }

    @Test
    void whatThisContextHasWrittenIsItsOwnUntilAPollHasDeliveredTheRest() throws Exception {
        consume("personalize:attributes?ownChanges=false");
        poll();
        create(AGE);
        createByOthers(HEIGHT);
        route = exchange -> {
            throw new IllegalStateException("no room");
        };
        assertThatThrownBy(this::poll).isInstanceOf(CamelExchangeException.class);

        route = exchange -> {};
        assertThat(poll()).containsExactly("CREATED height");
    }

    private void createByOthers(String attribute) throws Exception {
        sendByOthers("create", attribute);
    }

    private void sendByOthers(String operation, String attribute) throws Exception {
        try (DefaultCamelContext others = new DefaultCamelContext()) {
            others.start();
            others.createProducerTemplate().sendBody("personalize:attributes?operation=%s&projectUid=%s&baseUrl=%s&authtoken=%s"
                    .formatted(operation, PROJECT, emulator().baseUrl(), emulator().authtoken()), attribute);
        }
    }

    @Test
    void whatOthersMakeLikeItAfterADeliveryIsNotItsOwn() throws Exception {
        consume("personalize:attributes?ownChanges=false");
        poll();
        create(AGE);
        assertThat(poll()).isEmpty();
        time.sleep(Duration.ofSeconds(1));

        sendByOthers("upsert", AGE.replace("Age", "Old age"));
        assertThat(poll()).containsExactly("UPDATED age");
        sendByOthers("upsert", AGE);
        assertThat(poll()).containsExactly("UPDATED age");
    }

    @Test
    void whatAPollHasNotDeliveredTheNextStillKnowsAsItsOwn() throws Exception {
        consume("personalize:attributes?ownChanges=false");
        poll();
        createByOthers(HEIGHT);
        create(AGE);
        time.sleep(Duration.ofSeconds(1));
        route = exchange -> consumer.deferShutdown(ShutdownRunningTask.CompleteCurrentTaskOnly);
        assertThat(poll()).containsExactly("CREATED height");

        assertThat(poll()).isEmpty();
    }

    @Test
    void whatWasSeenIsKeptInARepositoryThatRunsWithTheContext() throws Exception {
        StateRepository<String, String> repository = new MemoryStateRepository();
        context.getRegistry().bind("seen", repository);
        create(AGE);
        consume(INITIAL + "&stateRepository=#seen");
        assertThat(context.hasService(repository)).isTrue();
        poll();
        create(HEIGHT);
        context.removeService(consumer);
        consumer.stop();

        consume(INITIAL + "&stateRepository=#seen&delay=5");
        assertThat(poll()).containsExactly("CREATED height");
    }

    @Test
    void eachDeliveryIsSavedBeforeTheNext() throws Exception {
        List<Integer> saved = new ArrayList<>();
        CountingRepository counting = new CountingRepository();
        context.getRegistry().bind("seen", counting);
        create(AGE, HEIGHT);
        consume(INITIAL + "&stateRepository=#seen");
        route = exchange -> saved.add(counting.saves);

        poll();

        assertThat(saved.get(1)).isGreaterThan(saved.get(0));
        assertThat(counting.saves).isGreaterThan(saved.get(1));
    }

    @Test
    void whatIsNotDeliveredIsSavedAsSeenToo() throws Exception {
        context.getRegistry().bind("seen", new MemoryStateRepository());
        consume("personalize:attributes?changes=updated&stateRepository=#seen");
        poll();
        create(AGE);
        assertThat(poll()).isEmpty();
        consumer.stop();

        consume("personalize:attributes?changes=created&stateRepository=#seen");
        assertThat(poll()).isEmpty();
    }

    @Test
    void whatCouldNotBeSavedIsSavedBeforeTheNextPollReads() throws Exception {
        CountingRepository full = new CountingRepository();
        context.getRegistry().bind("seen", full);
        create(AGE);
        consume(INITIAL + "&stateRepository=#seen");
        full.isFull = true;
        assertThatThrownBy(this::poll).isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(" cannot be saved: the disk is full; no further change is delivered until it can");
        emulator().clearRequests();

        assertThatThrownBy(this::poll).isInstanceOf(IllegalStateException.class);
        assertThat(emulator().requests()).isEmpty();

        full.isFull = false;
        assertThat(poll()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, 'delivers each as created (emitInitial), and changes'", "false, delivers changes"})
    void itTellsWhereItBeginsAndWhereItGoesOn(boolean emitInitial, String what) throws Exception {
        context.getRegistry().bind("seen", new MemoryStateRepository());
        String uri = "personalize:attributes?stateRepository=#seen&emitInitial=" + emitInitial;
        create(AGE);
        consume(uri);
        try (TraceLog log = TraceLog.ofOperators(PersonalizeConsumer.class.getName())) {
            poll();
            consumer.stop();
            consumer.start();
            poll();

            assertThat(log.messages("INFO", PersonalizeConsumer.class)).containsExactly(
                    "personalize:attributes begins with the 1 definitions that project p1 has: it " + what + " from now on",
                    "personalize:attributes goes on from its saved state, of 1 definitions of project p1");
        }
    }

    @Test
    void itPollsByItselfUntilItStops() throws Exception {
        PersonalizeConsumer polling = (PersonalizeConsumer) endpoint("personalize:attributes?initialDelay=1h")
                .createConsumer(exchange -> {});

        polling.start();
        assertThat(polling.isSchedulerStarted()).isTrue();

        polling.stop();
        assertThat(polling.isSchedulerStarted()).isFalse();
    }

    @Test
    void twoConsumersDoNotShareAState() throws Exception {
        context.getRegistry().bind("seen", new MemoryStateRepository());
        consume(INITIAL + "&stateRepository=#seen");
        PersonalizeConsumer second = consumer(INITIAL + "&stateRepository=#seen&delay=5");

        assertThatThrownBy(second::start).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("the state \"")
                .hasMessageContaining("\" is used by the route ");

        consumer.stop();
        second.start();
        assertThat(second.isStarted()).isTrue();
        second.stop();
    }

    /** How often it was told to keep something. */
    private static final class CountingRepository extends MemoryStateRepository {

        private int saves;
        private boolean isFull;

        @Override
        public void setState(String key, String value) {
            if (isFull) {
                throw new IllegalStateException("the disk is full");
            }
            saves++;
            super.setState(key, value);
        }
    }
}
