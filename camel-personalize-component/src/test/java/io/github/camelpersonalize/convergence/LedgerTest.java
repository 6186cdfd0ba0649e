// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.AtomicFileStateRepository;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.Samples.batch;
import static io.github.camelpersonalize.Samples.project;
import static io.github.camelpersonalize.Samples.uid;
import static io.github.camelpersonalize.Samples.withUid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What apply remembers of what it has created. */
@BothDialects
class LedgerTest extends LedgerRoutes {

    private static final String FILES = "personalize:project?operation=apply&stateRepository=#files";

    @TempDir
    private Path parent;

    @Test
    void F60_aLedgerThatIsCutOffAnywhereIsRefused() {
        apply(APPLY, both());
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
        apply(APPLY + "&projectUid=p2", both());
        states.setState(key(), states.getState(key().replace(":p1:", ":p2:")));

        assertRefused(
                "cannot be used: it is of project \"p2\", not of project \"p1\"; restore it, or delete it to begin a new one, which knows"
                        + " of nothing that was created before");
    }

    @Test
    void F60_aLedgerOfANewerVersionIsRefused() {
        apply(APPLY, both());
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

        BatchReport report = report(send(FILES + "&failOn=none", both()));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(
                tuple(Outcome.BLOCKED, "the ledger of \"" + key() + "\" in " + files + " cannot be written: " + file
                        + " cannot be written, and is as it was: FileAlreadyExistsException: " + file.getParent()
                        + "; nothing more is created or deleted, because the ledger would not know of it: make it writable, and apply again"),
                tuple(Outcome.BLOCKED, "not sent, because an item before it found the ledger unwritable"));
        assertThat(calls()).containsExactly("GET /attributes", samples.get("audiences"));
    }

    /** Two definitions are four writes: each is announced and confirmed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void F60_F59_whenTheLedgerCannotBeWrittenInTheMiddleItKnowsAllThatWasCreatedAndARerunGoesOn(int writes) {
        states.writesLeft = writes;
        send(APPLY, both());
        assertThat(emulator().project(PROJECT).attributes().size() + emulator().project(PROJECT).audiences().size())
                .isEqualTo((writes + 1) / 2);
        states.writesLeft = Integer.MAX_VALUE;

        BatchReport rerun = apply(APPLY, both());

        assertThat(rerun.counts().getOrDefault(Outcome.UNCHANGED, 0L)).isEqualTo((writes + 1) / 2);
        assertThat(apply(OWNED, other()).items()).extracting("key", "outcome").containsExactly(tuple("city", Outcome.CREATED),
                tuple("Adults", Outcome.DELETED), tuple("age", Outcome.DELETED));
    }

    @ParameterizedTest
    @CsvSource({"0, BLOCKED, BLOCKED", "1, CREATED, BLOCKED", "2, CREATED, BLOCKED", "3, CREATED, CREATED"})
    void F60_whenTheLedgerCannotBeWrittenWhatWasCreatedIsToldAndTheRestIsBlocked(int writes, Outcome age, Outcome adults) {
        states.writesLeft = writes;

        BatchReport report = apply(APPLY + "&failOn=none", both());

        assertThat(report.items()).extracting("key", "outcome", "message").containsExactly(
                tuple("age", age, writes < 2 ? unwritable() : null),
                tuple("Adults", adults, writes < 2 ? "not sent, because an item before it found the ledger unwritable" : unwritable()));
        assertThat(report.items()).allSatisfy(item -> assertThat(item.uid() != null).isEqualTo(item.outcome() == Outcome.CREATED));
    }

    @Test
    void F60_whenTheLedgerCannotBeWrittenTheServiceIsNotAtFaultAndNoRecordIs() {
        states.writesLeft = 1;

        Exchange exchange = send(APPLY, both());

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage(
                        "1 of 2 items failed, first audience \"Adults\": not sent, because an item before it found the ledger unwritable"
                                + " (manifest:2)");
    }

    @Test
    void F60_whenTheLedgerCannotBeWrittenARefusalIsToldAsWell() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(422)));
        states.writesLeft = 1;

        assertThat(apply(APPLY + "&failOn=none", age()).items()).extracting("outcome", "message")
                .containsExactly(tuple(Outcome.REJECTED, "the service refused it with 422: Scripted answer; " + unwritable()));
    }

    @Test
    void F59_aCreateOfARunThatWasKilledIsGivenAMomentToAppearBeforeItIsSentAgain() {
        killAfterTheCreateOfAge();
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body("[]")));

        BatchReport report = apply(APPLY, both());

        assertThat(report.items()).extracting("key", "outcome").containsExactly(tuple("age", Outcome.UNCHANGED),
                tuple("Adults", Outcome.CREATED));
        assertThat(time.sleeps()).contains(Duration.ofSeconds(1));
        assertThat(calls()).containsExactly("GET /attributes", samples.get("audiences"), "GET /attributes", "POST /audiences");
    }

    @Test
    void F59_aDefinitionThatWasDeletedAndIsMadeAgainIsOursAlsoWhenTheRunIsKilled() {
        apply(APPLY, both());
        emulator().seed(PROJECT, "{}");
        time.sleep(Duration.ofSeconds(2));
        states.writesLeft = 2;
        send(APPLY, both());
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
        states.writesLeft = Integer.MAX_VALUE;

        assertThat(apply(OWNED, other()).items()).extracting("key", "outcome").containsExactly(tuple("city", Outcome.CREATED),
                tuple("age", Outcome.DELETED));
    }

    @Test
    void F59_whatOthersRenameStaysOursWhenAnotherIsMadeOfItsOldName() {
        apply(APPLY, adults());
        String uid = emulator().project(PROJECT).audience("Adults").path("uid").asText();
        emulator().seed(PROJECT, project("audiences", samples.everyone("Grown-ups", withUid(uid))));
        time.sleep(Duration.ofSeconds(2));
        assertThat(apply(APPLY, adults()).items()).extracting("key", "outcome").containsExactly(tuple("Adults", Outcome.CREATED));

        assertThat(apply(OWNED, adults()).items()).extracting("key", "outcome").containsExactly(tuple("Adults", Outcome.UNCHANGED),
                tuple("Grown-ups", Outcome.DELETED));

        assertThat(apply(OWNED, other()).items()).extracting("key", "outcome").containsExactly(tuple("city", Outcome.CREATED),
                tuple("Adults", Outcome.DELETED));
    }

    @Test
    void F59_whatIsDeletedUnderItsNewNameIsForgotten() {
        apply(APPLY, adults());
        String uid = emulator().project(PROJECT).audience("Adults").path("uid").asText();
        emulator().seed(PROJECT, project("audiences", samples.everyone("Grown-ups", withUid(uid))));
        time.sleep(Duration.ofSeconds(2));
        apply(OWNED, other());

        assertThat(states.getState(key())).contains("[{\"kind\":\"attribute\",\"key\":\"city\",").doesNotContain(uid);
    }

    @Test
    void F59_whatAKilledRunWantedAndNeverMadeIsNotOursWhenOthersMakeItLater() {
        emulator().script(Script.on("POST", "/attributes").then(Step.fault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(report(send(APPLY + "&failOn=none", both())).items()).extracting("outcome").containsExactly(Outcome.UNKNOWN,
                Outcome.BLOCKED);
        apply(APPLY, other());
        emulator().seed(PROJECT, project("attributes", samples.attribute("age", "Theirs"), samples.attribute("city", "City")));
        time.sleep(Duration.ofSeconds(2));

        assertThat(apply(OWNED, other()).counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
    }

    @Test
    void F59_aCreateThatWasLostAndIsFoundDifferentIsOurs() {
        loseTheCreateOfAge();

        assertThat(apply(APPLY, age()).items()).extracting("key", "outcome").containsExactly(tuple("age", Outcome.UPDATED));

        assertThatItIsPruned("age");
    }

    @ParameterizedTest
    @CsvSource({"401, BLOCKED", "404, REJECTED", "422, REJECTED", "429, BLOCKED", "504, UNKNOWN"})
    void F59_aCreateThatWasLostAndIsFoundDifferentIsOursAlsoWhenItCannotBeMendedAtOnce(int status, Outcome outcome) {
        loseTheCreateOfAge();
        emulator().script(Script.on("PUT", "/attributes/" + uid("a1")).then(Step.status(status)));

        assertThat(apply(APPLY + "&failOn=none", age()).items()).extracting("key", "outcome").containsExactly(tuple("age", outcome));

        assertThatItIsPruned("age");
    }

    @Test
    void F59_aCreateThatWasLostIsOursAlsoWhenTheNextTryIsRefusedAndItAppearsLater() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(504), Step.status(422)));
        assertThat(apply(APPLY + "&maxRetries=1&failOn=none", age()).items()).extracting("key", "outcome")
                .containsExactly(tuple("age", Outcome.REJECTED));

        emulator().seed(PROJECT, later());

        assertThatItIsPruned("age");
    }

    @Test
    void F59_aCreateThatWasLostAmongOthersOfItsKeyIsOursWhenOneIsLeft() {
        loseTheCreateOfAge(project("attributes", samples.attribute("age", "Age", withUid(uid("a1"))), samples.attribute("age", "Theirs")));
        assertThat(apply(APPLY + "&failOn=none", age()).items()).extracting("key", "outcome")
                .containsExactly(tuple("age", Outcome.AMBIGUOUS));

        time.sleep(Duration.ofSeconds(2));
        assertThat(apply(OWNED, other()).items()).extracting("key", "outcome").containsExactly(tuple("city", Outcome.CREATED));
        emulator().seed(PROJECT, later());

        assertThatItIsPruned("age");
    }

    @Test
    void F59_whatTheServiceHasRefusedIsNotOursWhenOthersMakeItLater() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(422)));
        apply(APPLY + "&failOn=none", age());
        emulator().seed(PROJECT, later());
        time.sleep(Duration.ofSeconds(2));

        assertThat(apply(OWNED, other()).items()).extracting("key", "outcome").containsExactly(tuple("city", Outcome.CREATED));
    }

    @Test
    void F59_aPlanThatWasCutOffCanBeAppliedAgain() {
        String plan = send("personalize:project?operation=plan", both()).getMessage().getBody(Plan.class).toJson().toString();
        states.writesLeft = 1;
        send(APPLY, plan);
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
        states.writesLeft = Integer.MAX_VALUE;

        assertThat(apply(APPLY, plan).items()).extracting("key", "outcome").containsExactly(tuple("age", Outcome.UNCHANGED),
                tuple("Adults", Outcome.CREATED));
        assertThat(apply(OWNED, other()).counts()).isEqualTo(Map.of(Outcome.CREATED, 1L, Outcome.DELETED, 2L));
    }

    @Test
    void F61_afterALossThatIsRightOneApplyWithoutPruningIsEnoughToPruneAgain() {
        apply(APPLY, "audiences: " + batch(samples.everyone("A"), samples.everyone("B"), samples.everyone("C"), samples.everyone("D")));
        emulator().seed(PROJECT, "{}");
        time.sleep(Duration.ofSeconds(2));
        assertThat(send(OWNED, other()).getException())
                .hasMessage("project: the service lists fewer than half of the 4 audiences that were created"
                        + " here by apply: its list may be incomplete, or this may be another project; look at the project, and apply with prune=none once"
                        + " if it is right");

        apply(APPLY, other());

        assertThat(apply(OWNED, other()).counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
    }

    /** The ledger could be written once, to announce it, and no more. */
    private void killAfterTheCreateOfAge() {
        states.writesLeft = 1;
        send(APPLY, both());
        states.writesLeft = Integer.MAX_VALUE;
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
        time.sleep(Duration.ofSeconds(2));
        emulator().clearRequests();
    }

    private void loseTheCreateOfAge() {
        loseTheCreateOfAge(later());
    }

    /** @param held what the project holds by the time when somebody asks */
    private void loseTheCreateOfAge(String actual) {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(504)));
        time.duringNextSleep(() -> emulator().seed(PROJECT, actual));
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

    private void assertRefused(String why) {
        assertRefused(APPLY, states, why);
    }

    private void assertRefused(String uri, Object repository, String why) {
        emulator().clearRequests();

        Exchange exchange = send(uri, both());

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("project: the ledger of \"" + key() + "\" in " + repository + " " + why);
        assertThat(calls()).isEmpty();
    }
}
