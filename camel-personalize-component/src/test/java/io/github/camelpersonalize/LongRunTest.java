// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.outcome.Result;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Event notifiers are told every five seconds how far a batch is. */
class LongRunTest {

    private static final Result DONE = Result.Success.nothing("age", null);
    private static final Result FAILED = Result.Failure.notFound("is not there");

    private final CamelContext context = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(context);
    private final HurriedTime time = new HurriedTime();
    private final List<PersonalizeProgressEvent> told = new ArrayList<>();

    @BeforeEach
    void standStill() {
        time.stand();
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void itTellsWhatHasEndedAndHowMuchOfItHasFailed() {
        context.getManagementStrategy().addEventNotifier(new Listener(true));
        LongRun run = run();
        run.ended(FAILED, 1, 9);
        after(5, () -> run.ended(DONE, 2, 9));

        assertThat(told).singleElement().satisfies(event -> {
            assertThat(List.of(event.getDone(), event.getFailed(), event.getTotal())).containsExactly(2, 1, 9);
            assertThat(event.getExchange()).isSameAs(exchange).isSameAs(event.getSource());
            assertThat(event.getType()).isEqualTo(CamelEvent.Type.Custom);
            assertThat(event).hasToString("2 of 9 done, 1 failed");
        });
    }

    @Test
    void itTellsOnceInFiveSecondsAndNothingAtTheEnd() {
        context.getManagementStrategy().addEventNotifier(new Listener(true));
        LongRun run = run();
        after(4, () -> run.ended(DONE, 1, 9));
        after(1, () -> run.ended(DONE, 2, 9));
        after(0, () -> run.ended(DONE, 3, 9));
        after(4, () -> run.ended(DONE, 4, 9));
        after(9, () -> run.ended(DONE, 5, 9));
        after(9, () -> run.ended(DONE, 9, 9));

        assertThat(told).extracting(PersonalizeProgressEvent::getDone).containsExactly(2, 5);
    }

    @Test
    void whatEndsAlongWithAnotherIsCountedAndToldWithTheNextThatTakesTime() {
        context.getManagementStrategy().addEventNotifier(new Listener(true));
        LongRun run = run();
        after(5, () -> run.endedAlong(FAILED, 1, 9));
        run.ended(DONE, 2, 9);

        assertThat(told).singleElement().hasToString("2 of 9 done, 1 failed");
    }

    @Test
    void aNotifierThatIsNotEnabledIsNotTold() {
        context.getManagementStrategy().addEventNotifier(new Listener(false));
        LongRun run = run();
        after(5, () -> run.ended(DONE, 1, 9));

        assertThat(told).isEmpty();
    }

    @Test
    void aNotifierThatFailsEndsNothingAndTheOthersAreTold() {
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof PersonalizeProgressEvent) {
                    throw new IllegalStateException("no room");
                }
            }
        });
        context.getManagementStrategy().addEventNotifier(new Listener(true));
        LongRun run = run();
        after(5, () -> run.ended(DONE, 1, 9));

        assertThat(told).hasSize(1);
    }

    @Test
    void anEventHasTheTimeThatCamelSets() {
        PersonalizeProgressEvent event = new PersonalizeProgressEvent(exchange, 1, 0, 9);
        assertThat(event.getTimestamp()).isZero();
        event.setTimestamp(1_764_000_000_000L);

        assertThat(event.getTimestamp()).isEqualTo(1_764_000_000_000L);
    }

    private LongRun run() {
        return new LongRun(exchange, Operation.apply, "project \"p1\"", time);
    }

    private void after(int seconds, Runnable step) {
        time.sleep(Duration.ofSeconds(seconds));
        step.run();
    }

    private final class Listener extends EventNotifierSupport {

        private final boolean isEnabled;

        private Listener(boolean isEnabled) {
            this.isEnabled = isEnabled;
        }

        @Override
        public boolean isEnabled(CamelEvent event) {
            return isEnabled;
        }

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof PersonalizeProgressEvent progress) {
                told.add(progress);
            }
        }
    }
}
