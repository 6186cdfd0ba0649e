// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.AtomicFileStateRepository;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a consumer has seen outlives it. */
@BothDialects
class ConsumerStateTest extends ConsumerRoutes {

    private static final String ATTRIBUTES = "personalize:attributes?stateRepository=#state";

    @TempDir
    private Path folder;

    @BeforeEach
    void keepStates() {
        bind(context);
    }

    private void bind(CamelContext camel) {
        camel.getRegistry().bind("state", new AtomicFileStateRepository(folder.toString()));
    }

    /** Another process with the same folder, after the first one has ended. */
    private PersonalizeConsumer restart(String uri) throws Exception {
        context.stop();
        CamelContext another = new DefaultCamelContext();
        bind(another);
        return consume(startAgain(another), uri);
    }

    @Test
    void F66_whatChangesWhileNobodyPollsIsSentAfterARestart() throws Exception {
        lists("attributes", "[%s]".formatted(age()), "[%s]".formatted(city()));
        poll(consume(ATTRIBUTES));

        assertThat(poll(restart(ATTRIBUTES))).containsExactly("DELETED attribute age", "CREATED attribute city");
        assertThat(exchanges.get(0).getMessage().getBody(Map.class)).containsEntry("name", "Age");
    }

    @Test
    void F66_whatWasDeliveredBeforeARestartIsNotDeliveredAgain() throws Exception {
        String both = "[%s, %s]".formatted(age(), city());
        lists("attributes", "[]", both, both);
        PersonalizeConsumer consumer = consume(ATTRIBUTES);
        poll(consumer);
        failing = change -> change.endsWith("city");
        assertThat(poll(consumer)).containsExactly("CREATED attribute age", "CREATED attribute city");
        failing = change -> false;

        assertThat(poll(restart(ATTRIBUTES))).containsExactly("CREATED attribute city");
    }

    @Test
    void F66_aProcessThatEndsInTheMiddleOfTheFirstPollGoesOnWithIt() throws Exception {
        String both = "[%s, %s]".formatted(age(), city());
        lists("attributes", both, both);
        failing = change -> change.endsWith("city");
        poll(consume(ATTRIBUTES + "&emitInitial=true"));
        failing = change -> false;

        assertThat(poll(restart(ATTRIBUTES + "&emitInitial=true"))).containsExactly("CREATED attribute city");
    }

    @Test
    void aRouteThatIsStoppedAndStartedMissesNothing() throws Exception {
        PersonalizeConsumer consumer = consume("personalize:attributes?emitInitial=false");
        poll(consumer);
        context.getRouteController().stopRoute(consumer.getRouteId());
        send("personalize:attributes?operation=create", age());
        context.getRouteController().startRoute(consumer.getRouteId());

        assertThat(poll((PersonalizeConsumer) context.getRoute(consumer.getRouteId()).getConsumer()))
                .containsExactly("CREATED attribute age");
    }

    @Test
    void F60_aStateThatWasCutOffStopsTheRouteAtItsStartAndStaysAsItIs() throws Exception {
        send("personalize:attributes?operation=create", age());
        poll(consume(ATTRIBUTES));
        String saved = Files.readString(file());
        Files.writeString(file(), saved.substring(0, saved.length() - 20));

        assertThatThrownBy(() -> restart(ATTRIBUTES)).rootCause().hasMessage("it is cut off or damaged");
        assertThatThrownBy(() -> restart(ATTRIBUTES)).hasStackTraceContaining("the state \"" + key() + "\" in AtomicFileStateRepository["
                + folder
                + "] cannot be used: it is cut off or damaged; restore it, or delete it to start again, as the option emitInitial says");
        assertThat(Files.readString(file())).hasSize(saved.length() - 20);
    }

    @Test
    void F60_aStateThatIsRemovedBeginsAnew() throws Exception {
        lists("attributes", "[%s]".formatted(age()), "[%s]".formatted(age()));
        poll(consume(ATTRIBUTES));
        Files.delete(file());

        assertThat(poll(restart(ATTRIBUTES + "&emitInitial=true"))).containsExactly("CREATED attribute age");
    }

    @Test
    void F60_theStatesOfTwoProjectsDoNotTouch() throws Exception {
        lists("attributes", "[%s]".formatted(age()), "[%s]".formatted(city()), "[%s]".formatted(age()));
        PersonalizeConsumer consumer = consume(ATTRIBUTES);
        poll(consumer);

        poll(consume(ATTRIBUTES + "&projectUid=p2"));

        assertThat(poll(consumer)).isEmpty();
    }

    @Test
    void F60_aStateThatCannotBeSavedHoldsBackWhatFollowsAndRepeatsNothing() throws Exception {
        FullDisk disk = new FullDisk();
        context.getRegistry().bind("disk", disk);
        String both = "[%s, %s]".formatted(age(), city());
        lists("attributes", "[]", both, both, both);
        PersonalizeConsumer consumer = consume("personalize:attributes?stateRepository=#disk");
        poll(consumer);

        disk.full = true;
        assertThat(poll(consumer)).containsExactly("CREATED attribute age");
        assertThat(faults).singleElement().asString().contains("the state \"" + key() + "\" in the disk cannot be saved: no space left"
                + "; no further change is delivered until it can");
        assertThat(poll(consumer)).isEmpty();
        assertThat(faults).hasSize(1);

        disk.full = false;
        assertThat(poll(consumer)).containsExactly("CREATED attribute city");
    }

    @Test
    void F60_aFolderThatCannotBeWrittenToStopsTheRouteAtItsStart() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        context.getRegistry().bind("nowhere", new AtomicFileStateRepository(file.toString()));

        assertThatThrownBy(() -> consume("personalize:attributes?stateRepository=#nowhere"))
                .hasStackTraceContaining("the folder of states " + file + " cannot be written to: FileAlreadyExistsException");
    }

    @Test
    void twoConsumersDoNotShareAState() throws Exception {
        PersonalizeConsumer first = consume(ATTRIBUTES + "&changes=created");

        assertThatThrownBy(() -> consume(ATTRIBUTES + "&changes=deleted"))
                .hasMessage("the state \"" + key() + "\" is used by the route " + first.getRouteId()
                        + " already, and two consumers would take"
                        + " changes from each other; use one consumer and a choice in its route, or give each a stateRepository of its own");
    }

    @Test
    void aStateIsFreeForAnotherRouteWhenItsRouteStops() throws Exception {
        PersonalizeConsumer first = consume(ATTRIBUTES + "&changes=created");
        poll(first);
        context.getRouteController().stopRoute(first.getRouteId());
        send("personalize:attributes?operation=create", age());

        assertThat(poll(consume(ATTRIBUTES + "&changes=created,deleted"))).containsExactly("CREATED attribute age");
    }

    @Test
    void aProjectAndOneOfItsKindsHaveStatesOfTheirOwn() throws Exception {
        poll(consume("personalize:project?stateRepository=#state"));
        poll(consume(ATTRIBUTES));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).hasSize(2);
        }
    }

    private String key() {
        return "personalize:127.0.0.1:" + emulator().port() + ":p1:changes:attributes";
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** Memory that takes nothing more while it is full. */
    private static final class FullDisk extends ServiceSupport implements StateRepository<String, String> {

        private final Map<String, String> states = new HashMap<>();
        private boolean full;

        @Override
        public void setState(String key, String value) {
            if (full) {
                throw new IllegalStateException("no space left");
            }
            states.put(key, value);
        }

        @Override
        public String getState(String key) {
            return states.get(key);
        }

        @Override
        public String toString() {
            return "the disk";
        }
    }
}
