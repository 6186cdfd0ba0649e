// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** One project, one ledger, and the processes that apply {@link LargeManifest#WHOLE} to it, of which some are killed. */
final class Scene {

    /** The list of attributes; lists of four kinds, and the order of priority. */
    private static final int READS = 1 + 5;

    /** The order again, and its change. */
    private static final int ORDER = 2;
    private static final int CREATED = 300;

    private final PersonalizeEmulator emulator;
    private final Path states;
    private Way way;

    Scene(PersonalizeEmulator emulator, Path states) {
        this.emulator = emulator;
        this.states = states;
        emulator.reset();
        emulator.seed("p1", LargeManifest.FOUND);
    }

    /** How many requests a process will send. */
    int requestsLeft() {
        Held actual = new Held(emulator.project("p1"));
        return READS + CREATED - ours().size() + (actual.priority().equals(order()) ? 0 : ORDER);
    }

    /** Kills a process that applies by this way. @return what it was doing */
    Moment kill(Applier applier, Way by, KillPoint point) throws Exception {
        way = by;
        return point.kill(applier, emulator) ? moment() : Moment.THROUGH;
    }

    /** At no moment does the service hold a definition of ours that the ledger does not know, nor the other way round. */
    private Moment moment() {
        Map<String, String> actual = ours();
        LedgerFile ledger = LedgerFile.read(states, emulator);
        assertThat(ledger.intended()).hasSizeLessThanOrEqualTo(1);
        assertThat(actual).containsAllEntriesOf(ledger.confirmed());
        assertThat(ledger.uids().keySet()).containsAll(actual.keySet());
        if (ledger.intended().isEmpty()) {
            return Moment.BETWEEN_DEFINITIONS;
        }
        return actual.keySet().containsAll(ledger.intended()) ? Moment.CREATED_AND_NOT_CONFIRMED : Moment.INTENDED_AND_NOT_CREATED;
    }

    /** The process is started again, goes the other way, and nobody kills it. */
    void rerun() throws Exception {
        int there = ours().size();

        BatchReport report = apply(LargeManifest.WHOLE, "none");

        assertThat(report.failures()).isZero();
        assertThat(report.counts().getOrDefault(Outcome.CREATED, 0L)).isEqualTo(CREATED - there);
        assertThat(report.items()).hasSize(CREATED + 2);
    }

    /** The project is what the manifest says, and every request had its use. */
    void assertApplied() {
        Held actual = new Held(emulator.project("p1"));
        ObjectNode desired = document(LargeManifest.WHOLE);
        desired.withArray("audiences").addObject().put("name", "Theirs");
        desired.withArray("experiences").addObject().put("name", "Theirs").put("type", "AB_TEST");
        for (String kind : List.of("attributes", "events", "audiences", "experiences")) {
            assertThat(actual.all(kind))
                    .containsExactlyInAnyOrderElementsOf(StreamSupport.stream(desired.get(kind).spliterator(), false).toList());
        }
        assertThat(actual.priority()).isEqualTo(order());
        assertThat(LedgerFile.read(states, emulator).uids()).isEqualTo(ours());
        assertThat(emulator.requests()).filteredOn(request -> request.method().equals("POST")).hasSize(CREATED)
                .allSatisfy(request -> assertThat(request.status()).isEqualTo(201));
    }

    /** Once more by both ways, for nothing. */
    void assertThatAnotherRunWritesNothing() throws Exception {
        emulator.clearRequests();

        List<BatchReport> reports = List.of(apply(LargeManifest.WHOLE, "none"), apply(LargeManifest.WHOLE, "none"));

        assertThat(reports).extracting(BatchReport::counts).containsOnly(Map.of(Outcome.UNCHANGED, CREATED + 2L));
        assertThat(emulator.requests()).allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
    }

    /** The ledger knows what was created by whichever process, and nothing else. */
    void assertThatPruningDeletesWhatWasCreated() throws Exception {
        Set<String> gone = new TreeSet<>(LargeManifest.WHOLE.names());
        gone.removeAll(LargeManifest.SMALLER.names());
        gone.remove("attribute attribute-100");

        BatchReport report = apply(LargeManifest.SMALLER, "owned");

        assertThat(report.items()).filteredOn(item -> item.outcome() == Outcome.DELETED).extracting(Scene::name)
                .containsExactlyInAnyOrderElementsOf(gone);
        assertThat(report.failures()).isZero();
        Set<String> left = new TreeSet<>(LargeManifest.SMALLER.names());
        left.addAll(List.of("attribute attribute-100", "audience Theirs", "experience Theirs"));
        assertThat(new Held(emulator.project("p1")).uids().keySet()).isEqualTo(left);
    }

    /** Goes another way than whatever was applied before. */
    private BatchReport apply(LargeManifest manifest, String prune) throws Exception {
        way = way.other();
        try (Pipeline pipeline = new Pipeline(emulator.baseUrl(), states, Work.LARGE)) {
            return pipeline.apply(way, manifest.document().toString(), prune);
        }
    }

    private Map<String, String> ours() {
        Map<String, String> ours = new TreeMap<>(new Held(emulator.project("p1")).uids());
        ours.keySet().removeAll(Set.of("attribute attribute-100", "audience Theirs", "experience Theirs"));
        return ours;
    }

    private static List<String> order() {
        return Stream.concat(LargeManifest.WHOLE.priority().stream(), Stream.of("Theirs")).map(name -> "ref:experience/" + name).toList();
    }

    private static ObjectNode document(LargeManifest manifest) {
        return (ObjectNode) Json.read(manifest.document().toString());
    }

    private static String name(ItemResult item) {
        return item.kind() + " " + item.key();
    }
}
