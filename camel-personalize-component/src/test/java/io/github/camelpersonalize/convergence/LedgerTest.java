// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.AtomicFileStateRepository;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.state.ChecksummedText;
import org.apache.camel.Exchange;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What apply remembers of what it has created. */
class LedgerTest extends EmulatedRoutes {

    private static final String APPLY = "personalize:project?operation=apply&stateRepository=#states";
    private static final String FILES = "personalize:project?operation=apply&stateRepository=#files";
    private static final String OWNED = APPLY + "&prune=owned";
    private static final String BOTH = """
            attributes: [{key: age, name: Age, data_type: number}]
            audiences: [{name: Adults, rules: {attribute: age}}]
            """;
    private static final String AGE = "attributes: [{key: age, name: Age, data_type: number}]";
    private static final String ADULTS = "audiences: [{name: Adults}]";
    private static final String LATER = """
            {"attributes": [{"uid": "a1", "key": "age", "name": "Years", "data_type": "number"}]}""";
    private static final String OTHER = "attributes: [{key: city, name: City, data_type: string}]";

    @TempDir
    private Path parent;

    private final States states = new States();

    @BeforeEach
    void keepStates() {
        context.getRegistry().bind("states", states);
    }

    @Test
    void F60_aLedgerThatIsCutOffAnywhereIsRefused() {
        apply(APPLY, BOTH);
        String whole = states.getState(key());

        for (int length = 0; length < whole.length(); length++) {
            states.setState(key(), whole.substring(0, length));
            assertRefused(
                    "cannot be used: it is cut off or damaged; restore it, or delete it to begin a new one, which knows of nothing that was"
                            + " created before");
            assertThat(states.getState(key())).hasSize(length);
        }
    }

    @Test
    void F60_aLedgerOfAnotherProjectIsRefused() {
        apply(APPLY + "&projectUid=p2", BOTH);
        states.setState(key(), states.getState(key().replace(":p1:", ":p2:")));

        assertRefused(
                "cannot be used: it is of project \"p2\", not of project \"p1\"; restore it, or delete it to begin a new one, which knows"
                        + " of nothing that was created before");
    }

    @Test
    void F60_aLedgerOfANewerVersionIsRefused() {
        apply(APPLY, BOTH);
        states.setState(key(), states.getState(key()).replace("\"format\":1", "\"format\":2"));

        assertRefused(
                "cannot be used: it was written by a newer version of camel-personalize (format 2, this version reads 1); restore it, or"
                        + " delete it to begin a new one, which knows of nothing that was created before");
    }

    @Test
    void F60_aFolderInThePlaceOfTheLedgerIsRefused() throws IOException {
        AtomicFileStateRepository files = files();
        files.setState(key(), "");
        Path file = onlyFile();
        Files.delete(file);
        Files.createDirectory(file);

        assertRefused(FILES, files,
                "cannot be read: " + file + " cannot be read: IOException: Is a directory; nothing was sent: make it readable, and apply"
                        + " again");
    }

    @Test
    void F60_whereTheLedgerCannotBeWrittenNothingIsCreated() throws IOException {
        AtomicFileStateRepository files = files();
        files.setState(key(), "");
        Path file = onlyFile();
        Files.delete(file);
        Files.delete(file.getParent());
        Files.createFile(file.getParent());

        BatchReport report = report(send(FILES + "&failOn=none", BOTH));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(
                tuple(Outcome.BLOCKED, "the ledger of \"" + key() + "\" in " + files + " cannot be written: " + file
                        + " cannot be written, and is as it was: FileAlreadyExistsException: " + file.getParent()
                        + "; nothing more is created or deleted, because the ledger would not know of it: make it writable, and apply again"),
                tuple(Outcome.BLOCKED, "not sent, because an item before it found the ledger unwritable"));
        assertThat(calls()).containsExactly("GET /attributes", "GET /audiences");
    }

    /** Two definitions are four writes: each is announced and confirmed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void F60_F59_whenTheLedgerCannotBeWrittenInTheMiddleItKnowsAllThatWasCreatedAndARerunGoesOn(int writes) {
        states.writesLeft = writes;
        send(APPLY, BOTH);
        assertThat(emulator().project(PROJECT).attributes().size() + emulator().project(PROJECT).audiences().size())
                .isEqualTo((writes + 1) / 2);
        states.writesLeft = Integer.MAX_VALUE;

        BatchReport rerun = apply(APPLY, BOTH);

        assertThat(rerun.counts().getOrDefault(Outcome.UNCHANGED, 0L)).isEqualTo((writes + 1) / 2);
        assertThat(apply(OWNED, OTHER).items()).extracting("key", "outcome").containsExactly(tuple("city", Outcome.CREATED),
                tuple("Adults", Outcome.DELETED), tuple("age", Outcome.DELETED));
    }

    @ParameterizedTest
    @CsvSource({"0, BLOCKED, BLOCKED", "1, CREATED, BLOCKED", "2, CREATED, BLOCKED", "3, CREATED, CREATED"})
    void F60_whenTheLedgerCannotBeWrittenWhatWasCreatedIsToldAndTheRestIsBlocked(int writes, Outcome age, Outcome adults) {
        states.writesLeft = writes;

        BatchReport report = apply(APPLY + "&failOn=none", BOTH);

        assertThat(report.items()).extracting("key", "outcome", "message").containsExactly(
                tuple("age", age, writes < 2 ? unwritable() : null),
                tuple("Adults", adults, writes < 2 ? "not sent, because an item before it found the ledger unwritable" : unwritable()));
        assertThat(report.items()).allSatisfy(item -> assertThat(item.uid() != null).isEqualTo(item.outcome() == Outcome.CREATED));
    }

    @Test
    void F60_whenTheLedgerCannotBeWrittenTheServiceIsNotAtFaultAndNoRecordIs() {
        states.writesLeft = 1;

        Exchange exchange = send(APPLY, BOTH);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage(
                        "1 of 2 items failed, first audience \"Adults\": not sent, because an item before it found the ledger unwritable"
                                + " (manifest:2)");
    }

    @Test
    void F60_whenTheLedgerCannotBeWrittenWhatWasDeletedIsToldAndTheRestStays() {
        apply(APPLY, BOTH + OTHER.replace("attributes", "events").replace(", data_type: string", ""));
        String adults = emulator().project(PROJECT).audience("Adults").path("uid").asText();
        states.writesLeft = 0;

        BatchReport report = apply(OWNED + "&failOn=none", "events: [{key: city, name: City}]");

        assertThat(report.items()).extracting("key", "uid", "outcome", "message").contains(
                tuple("Adults", adults, Outcome.DELETED, unwritable()),
                tuple("age", null, Outcome.BLOCKED, "not sent, because an item before it found the ledger unwritable"));
        states.writesLeft = Integer.MAX_VALUE;
        assertThat(apply(OWNED, "events: [{key: city, name: City}]").items()).extracting("key", "outcome")
                .containsExactly(tuple("city", Outcome.UNCHANGED), tuple("age", Outcome.DELETED));
    }

    @Test
    void F60_whenTheLedgerCannotBeWrittenARefusalIsToldAsWell() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(422)));
        states.writesLeft = 1;

        assertThat(apply(APPLY + "&failOn=none", AGE).items()).extracting("outcome", "message")
                .containsExactly(tuple(Outcome.REJECTED, "the service refused it with 422: Scripted answer; " + unwritable()));
    }

    @Test
    void F59_aCreateOfARunThatWasKilledIsGivenAMomentToAppearBeforeItIsSentAgain() {
        killAfterTheCreateOfAge();
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body("[]")));

        BatchReport report = apply(APPLY, BOTH);

        assertThat(report.items()).extracting("key", "outcome").containsExactly(tuple("age", Outcome.UNCHANGED),
                tuple("Adults", Outcome.CREATED));
        assertThat(time.sleeps()).contains(Duration.ofSeconds(1));
        assertThat(calls()).containsExactly("GET /attributes", "GET /audiences", "GET /attributes", "POST /audiences");
    }

    @Test
    void F59_aDefinitionThatWasDeletedAndIsMadeAgainIsOursAlsoWhenTheRunIsKilled() {
        apply(APPLY, BOTH);
        emulator().seed(PROJECT, "{}");
        time.sleep(Duration.ofSeconds(2));
        states.writesLeft = 2;
        send(APPLY, BOTH);
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
        states.writesLeft = Integer.MAX_VALUE;

        assertThat(apply(OWNED, OTHER).items()).extracting("key", "outcome").containsExactly(tuple("city", Outcome.CREATED),
                tuple("age", Outcome.DELETED));
    }

    @Test
    void F59_whatOthersRenameStaysOursWhenAnotherIsMadeOfItsOldName() {
        apply(APPLY, ADULTS);
        String uid = emulator().project(PROJECT).audience("Adults").path("uid").asText();
        emulator().seed(PROJECT, "{\"audiences\": [{\"uid\": \"" + uid + "\", \"name\": \"Grown-ups\"}]}");
        time.sleep(Duration.ofSeconds(2));
        assertThat(apply(APPLY, ADULTS).items()).extracting("key", "outcome").containsExactly(tuple("Adults", Outcome.CREATED));

        assertThat(apply(OWNED, ADULTS).items()).extracting("key", "outcome").containsExactly(tuple("Adults", Outcome.UNCHANGED),
                tuple("Grown-ups", Outcome.DELETED));

        assertThat(apply(OWNED, OTHER).items()).extracting("key", "outcome").containsExactly(tuple("city", Outcome.CREATED),
                tuple("Adults", Outcome.DELETED));
    }

    @Test
    void F59_whatIsDeletedUnderItsNewNameIsForgotten() {
        apply(APPLY, ADULTS);
        String uid = emulator().project(PROJECT).audience("Adults").path("uid").asText();
        emulator().seed(PROJECT, "{\"audiences\": [{\"uid\": \"" + uid + "\", \"name\": \"Grown-ups\"}]}");
        time.sleep(Duration.ofSeconds(2));
        apply(OWNED, OTHER);

        assertThat(states.getState(key())).contains("[{\"kind\":\"attribute\",\"key\":\"city\",").doesNotContain(uid);
    }

    @Test
    void F60_aLedgerOfEarlierVersionsIsRead() {
        emulator().seed(PROJECT, LATER);
        states.setState(key(), "{\"format\":1,\"projectUid\":\"p1\","
                + "\"sha256\":\"e880ba2f1d7ac7d71a346d304a7c144d76e57df96226faa76f74bcdfe419e180\"}"
                + "\t[{\"kind\":\"attribute\",\"key\":\"age\",\"uid\":\"a1\"},"
                + "{\"kind\":\"audience\",\"key\":\"Adults\",\"uid\":null}]");

        assertThatItIsPruned("age");
    }

    @Test
    void F59_whatAKilledRunWantedAndNeverMadeIsNotOursWhenOthersMakeItLater() {
        emulator().script(Script.on("POST", "/attributes").then(Step.fault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(report(send(APPLY + "&failOn=none", BOTH)).items()).extracting("outcome").containsExactly(Outcome.UNKNOWN,
                Outcome.BLOCKED);
        apply(APPLY, OTHER);
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Theirs", "data_type": "string"},
                                {"uid": "a2", "key": "city", "name": "City", "data_type": "string"}]}""");
        time.sleep(Duration.ofSeconds(2));

        assertThat(apply(OWNED, OTHER).counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
    }

    @Test
    void F59_aCreateThatWasLostAndIsFoundDifferentIsOurs() {
        loseTheCreateOfAge();

        assertThat(apply(APPLY, AGE).items()).extracting("key", "outcome").containsExactly(tuple("age", Outcome.UPDATED));

        assertThatItIsPruned("age");
    }

    @ParameterizedTest
    @CsvSource({"401, BLOCKED", "404, REJECTED", "422, REJECTED", "429, BLOCKED", "504, UNKNOWN"})
    void F59_aCreateThatWasLostAndIsFoundDifferentIsOursAlsoWhenItCannotBeMendedAtOnce(int status, Outcome outcome) {
        loseTheCreateOfAge();
        emulator().script(Script.on("PUT", "/attributes/a1").then(Step.status(status)));

        assertThat(apply(APPLY + "&failOn=none", AGE).items()).extracting("key", "outcome").containsExactly(tuple("age", outcome));

        assertThatItIsPruned("age");
    }

    @Test
    void F59_aCreateThatWasLostIsOursAlsoWhenTheNextTryIsRefusedAndItAppearsLater() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(504), Step.status(422)));
        assertThat(apply(APPLY + "&maxRetries=1&failOn=none", AGE).items()).extracting("key", "outcome")
                .containsExactly(tuple("age", Outcome.REJECTED));

        emulator().seed(PROJECT, LATER);

        assertThatItIsPruned("age");
    }

    @Test
    void F59_aCreateThatWasLostAmongOthersOfItsKeyIsOursWhenOneIsLeft() {
        loseTheCreateOfAge("""
                {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"},
                                {"uid": "a2", "key": "age", "name": "Theirs", "data_type": "number"}]}""");
        assertThat(apply(APPLY + "&failOn=none", AGE).items()).extracting("key", "outcome")
                .containsExactly(tuple("age", Outcome.AMBIGUOUS));

        time.sleep(Duration.ofSeconds(2));
        assertThat(apply(OWNED, OTHER).items()).extracting("key", "outcome").containsExactly(tuple("city", Outcome.CREATED));
        emulator().seed(PROJECT, LATER);

        assertThatItIsPruned("age");
    }

    @Test
    void F59_anEventWhoseCreateWasLostAndThatIsFoundDifferentIsOurs() {
        emulator().script(Script.on("POST", "/events").then(Step.status(504)));
        time.duringNextSleep(() -> emulator().seed(PROJECT, """
                {"events": [{"uid": "c1", "key": "purchase", "name": "Bought"}]}"""));
        assertThat(apply(APPLY + "&failOn=none", "events: [{key: purchase, name: Purchase}]").items()).extracting("key", "outcome")
                .containsExactly(tuple("purchase", Outcome.CONFLICT));

        Plan plan = send("personalize:project?operation=plan&prune=owned&stateRepository=#states", OTHER).getMessage().getBody(Plan.class);

        assertThat(plan.warnings()).containsExactly(
                "event \"purchase\" is not in the manifest and stays, because the service cannot delete events");
    }

    @Test
    void F59_whatTheServiceHasRefusedIsNotOursWhenOthersMakeItLater() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(422)));
        apply(APPLY + "&failOn=none", AGE);
        emulator().seed(PROJECT, LATER);
        time.sleep(Duration.ofSeconds(2));

        assertThat(apply(OWNED, OTHER).items()).extracting("key", "outcome").containsExactly(tuple("city", Outcome.CREATED));
    }

    @Test
    void F59_aPlanThatWasCutOffCanBeAppliedAgain() {
        String plan = send("personalize:project?operation=plan", BOTH).getMessage().getBody(Plan.class).toJson().toString();
        states.writesLeft = 1;
        send(APPLY, plan);
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
        states.writesLeft = Integer.MAX_VALUE;

        assertThat(apply(APPLY, plan).items()).extracting("key", "outcome").containsExactly(tuple("age", Outcome.UNCHANGED),
                tuple("Adults", Outcome.CREATED));
        assertThat(apply(OWNED, OTHER).counts()).isEqualTo(Map.of(Outcome.CREATED, 1L, Outcome.DELETED, 2L));
    }

    @Test
    void F61_afterALossThatIsRightOneApplyWithoutPruningIsEnoughToPruneAgain() {
        apply(APPLY, "audiences: [{name: A}, {name: B}, {name: C}, {name: D}]");
        emulator().seed(PROJECT, "{}");
        time.sleep(Duration.ofSeconds(2));
        assertThat(send(OWNED, OTHER).getException())
                .hasMessage("project: the service lists fewer than half of the 4 audiences that were created"
                        + " here by apply: its list may be incomplete, or this may be another project; look at the project, and apply with prune=none once"
                        + " if it is right");

        apply(APPLY, OTHER);

        assertThat(apply(OWNED, OTHER).counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
    }

    /** The ledger could be written once, to announce it, and no more. */
    private void killAfterTheCreateOfAge() {
        states.writesLeft = 1;
        send(APPLY, BOTH);
        states.writesLeft = Integer.MAX_VALUE;
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
        time.sleep(Duration.ofSeconds(2));
        emulator().clearRequests();
    }

    private void loseTheCreateOfAge() {
        loseTheCreateOfAge(LATER);
    }

    /** @param held what the project holds by the time when somebody asks */
    private void loseTheCreateOfAge(String actual) {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(504)));
        time.duringNextSleep(() -> emulator().seed(PROJECT, actual));
    }

    private void assertThatItIsPruned(String key) {
        time.sleep(Duration.ofSeconds(2));
        assertThat(apply(OWNED, OTHER).items()).extracting("key", "outcome").contains(tuple(key, Outcome.DELETED));
    }

    private AtomicFileStateRepository files() {
        AtomicFileStateRepository files = new AtomicFileStateRepository(parent.resolve("states").toString());
        context.getRegistry().bind("files", files);
        return files;
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(parent.resolve("states"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** Of two kinds, because one list has at most 100 000 items. */
    @Test
    void F86_aLedgerOfMoreThanAHundredThousandEntriesIsReadBack() {
        int each = 50_001;
        component().getConfiguration().setMaxResponseSize("64MB");
        emulator().seed(PROJECT, "{\"attributes\": [%s], \"audiences\": [%s]}".formatted(
                numbered(each, "{\"uid\":\"a%1$d\",\"key\":\"k%1$d\",\"name\":\"N\",\"data_type\":\"string\"}"),
                numbered(each, "{\"uid\":\"b%1$d\",\"name\":\"n%1$d\"}")));
        states.setState(key(), ChecksummedText.of(1, Map.of("projectUid", PROJECT), List.of(
                Json.read("[" + numbered(each, "{\"kind\":\"attribute\",\"key\":\"k%1$d\",\"uid\":\"a%1$d\"}") + "]"),
                Json.read("[" + numbered(each, "{\"kind\":\"audience\",\"key\":\"n%1$d\",\"uid\":\"b%1$d\"}") + "]"))));

        BatchReport first = apply(APPLY, AGE);
        String stored = states.getState(key());
        BatchReport second = apply(APPLY, AGE);

        assertThat(first.counts()).isEqualTo(Map.of(Outcome.CREATED, 1L));
        assertThat(second.counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
        assertThat(stored).contains("\"k0\"", "\"k50000\"", "\"n0\"", "\"n50000\"", "\"age\"").isEqualTo(states.getState(key()));
    }

    private static String numbered(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(","));
    }

    private void assertRefused(String why) {
        assertRefused(APPLY, states, why);
    }

    private void assertRefused(String uri, Object repository, String why) {
        emulator().clearRequests();

        Exchange exchange = send(uri, BOTH);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("project: the ledger of \"" + key() + "\" in " + repository + " " + why);
        assertThat(calls()).isEmpty();
    }

    private String unwritable() {
        return "the ledger of \"" + key()
                + "\" in the disk cannot be written: no space left; nothing more is created or deleted, because the"
                + " ledger would not know of it: make it writable, and apply again";
    }

    private String key() {
        return "personalize:127.0.0.1:" + emulator().port() + ":p1:ledger";
    }

    private BatchReport apply(String uri, String body) {
        return report(send(uri, body));
    }

    private static BatchReport report(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange.getMessage().getBody(BatchReport.class);
    }

    /** Memory that takes so many states and no more. */
    private static final class States extends ServiceSupport implements StateRepository<String, String> {

        private final Map<String, String> texts = new HashMap<>();
        private int writesLeft = Integer.MAX_VALUE;

        @Override
        public void setState(String key, String value) {
            if (writesLeft == 0) {
                throw new IllegalStateException("no space left");
            }
            writesLeft--;
            texts.put(key, value);
        }

        @Override
        public String getState(String key) {
            return texts.get(key);
        }

        @Override
        public String toString() {
            return "the disk";
        }
    }
}
