// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayList;
import java.util.List;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.model.Definition;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.ShutdownRunningTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What one poll delivers, and what it remembers. */
class ConsumerPollTest extends PolledConsumers {

    @Test
    void whatIsThereAtFirstIsDeliveredOnRequestOnly() throws Exception {
        create(AGE);
        consume("personalize:attributes?emitInitial=false");
        assertThat(poll()).isEmpty();

        consume(INITIAL + "&projectUid=p1&changes=created");
        assertThat(poll()).containsExactly("CREATED age");
        assertThat(poll()).isEmpty();
    }

    @Test
    void aMessageHoldsTheDefinitionAndSaysWhatChanged() throws Exception {
        create(AGE);
        consume(INITIAL);
        poll();
        Message created = delivered.get(0).getMessage();
        Definition before = created.getBody(Definition.class);
        assertThat(before).containsEntry("key", "age").containsEntry("name", "Age");
        assertThat(created.getHeaders()).containsEntry("CamelPersonalizeKind", "attribute")
                .containsEntry("CamelPersonalizeUid", before.get("uid")).doesNotContainKey("CamelPersonalizePrevious");

        send("personalize:attributes?operation=update&key=age", AGE.replace("Age", "Old age"));
        assertThat(poll()).containsExactly("UPDATED age");
        Message updated = delivered.get(0).getMessage();
        assertThat(updated.getBody(Definition.class)).containsEntry("name", "Old age");
        assertThat(updated.getHeader("CamelPersonalizePrevious")).isEqualTo(before);
    }

    @Test
    void theExchangesOfAPollAreABatch() throws Exception {
        create(AGE, HEIGHT, AGE.replace("age", "weight").replace("Age", "Weight"));
        consume(INITIAL);

        poll();

        assertThat(delivered).extracting(exchange -> exchange.getProperty(ExchangePropertyKey.BATCH_INDEX) + " of "
                + exchange.getProperty(ExchangePropertyKey.BATCH_SIZE) + " " + exchange.getProperty(ExchangePropertyKey.BATCH_COMPLETE))
                .containsExactly("0 of 3 false", "1 of 3 false", "2 of 3 true");
    }

    @Test
    void aContextThatStopsWaitsForAllOfThemOnRequest() throws Exception {
        create(AGE, HEIGHT, AGE.replace("age", "weight").replace("Age", "Weight"));
        consume(INITIAL);
        List<Integer> pending = new ArrayList<>();
        route = exchange -> {
            consumer.deferShutdown(ShutdownRunningTask.CompleteAllTasks);
            pending.add(consumer.getPendingExchangesSize());
        };

        assertThat(poll()).hasSize(3);
        assertThat(pending).containsExactly(2, 1, 0);
        assertThat(consumer.getPendingExchangesSize()).isZero();
    }

    @Test
    void otherwiseItWaitsForTheCurrentOneAndTheRestComesAfterwards() throws Exception {
        create(AGE, HEIGHT);
        consume(INITIAL);
        route = exchange -> consumer.deferShutdown(ShutdownRunningTask.CompleteCurrentTaskOnly);

        assertThat(poll()).containsExactly("CREATED age");
        assertThat(poll()).containsExactly("CREATED height");
    }

    @Test
    void changesThatAreNotAskedForCountAsSeenAndNotAsPartOfTheBatch() throws Exception {
        consume("personalize:attributes?changes=updated");
        poll();
        create(AGE, HEIGHT);
        assertThat(poll()).isEmpty();

        send("personalize:attributes?operation=update&key=age", AGE.replace("Age", "Old age"));
        assertThat(poll()).containsExactly("UPDATED age");
        assertThat(delivered.get(0).getProperty(ExchangePropertyKey.BATCH_SIZE)).isEqualTo(1);
    }

    @Test
    void aChangeThatTheRouteFailsWithEndsThePollAndComesAgain() throws Exception {
        create(AGE, HEIGHT);
        consume(INITIAL);
        route = exchange -> {
            throw new IllegalStateException("no room");
        };

        assertThatThrownBy(this::poll).isInstanceOf(CamelExchangeException.class).hasMessageStartingWith(
                "the route failed with CREATED attribute \"age\", which will be delivered again").hasRootCauseMessage("no room");
        assertThat(delivered()).containsExactly("CREATED age");

        route = exchange -> {};
        assertThat(poll()).containsExactly("CREATED age", "CREATED height");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollback", "rollback of the last", "exception"})
    void soDoesOneThatTheRouteTakesBack(String how) throws Exception {
        create(AGE);
        consume(INITIAL);
        route = exchange -> {
            exchange.setRollbackOnly(how.equals("rollback"));
            exchange.setRollbackOnlyLast(how.equals("rollback of the last"));
            exchange.setException(how.equals("exception") ? new IllegalStateException("no room") : null);
        };
        assertThatThrownBy(this::poll).isInstanceOf(CamelExchangeException.class);

        route = exchange -> {};
        assertThat(poll()).containsExactly("CREATED age");
    }

    @Test
    void aConsumerThatStopsLeavesTheRestForTheNextPoll() throws Exception {
        create(AGE, HEIGHT);
        consume(INITIAL);
        route = exchange -> consumer.stop();
        assertThat(poll()).containsExactly("CREATED age");

        route = exchange -> {};
        consumer.start();
        assertThat(poll()).containsExactly("CREATED height");
    }

    @Test
    void aListThatCannotBeReadFailsThePollByItsResource() throws Exception {
        consume("personalize:project?emitInitial=true");
        emulator().script(Script.on("GET", "/audiences").thenStatuses(503));

        assertThatThrownBy(this::poll).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessageStartingWith("audience: the service failed with 503");
    }
}
