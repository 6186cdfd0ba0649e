// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.document.Diagnostic;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.READER;
import static io.github.camelpersonalize.manifest.Documents.audience;
import static io.github.camelpersonalize.manifest.Documents.manifest;
import static org.assertj.core.api.Assertions.assertThat;

class DependencyOrderTest {

    @Test
    void attributesAndEventsGoBeforeAudiencesAndTheseBeforeExperiences() {
        DependencyOrder order = DependencyOrder.of(Dialect.CONTRACT, manifest("""
                experiences: [{name: Hero, type: SEGMENTED}]
                audiences: [{name: B}, {name: A}]
                events: [{key: buy, name: Buy}]
                attributes: [{key: age, name: Age, data_type: number}]
                """).entries());

        assertThat(names(order)).containsExactly(List.of("event \"buy\"", "attribute \"age\""), List.of("audience \"B\"", "audience \"A\""),
                List.of("experience \"Hero\""));
        assertThat(order.diagnostics()).isEmpty();
        assertThat(order.blocked()).isEmpty();
    }

    @Test
    void withinAKindWhatIsNamedGoesFirst() {
        DependencyOrder order = DependencyOrder.of(Dialect.CONTRACT,
                List.of(audience("C", "{\"in\": [\"ref:audience/B\", \"ref:audience/A\"]}"),
                        audience("B", "{\"in\": \"ref:audience/A\"}"), audience("A", "{\"in\": \"ref:audience/elsewhere\"}"),
                        audience("D", "{}")));

        assertThat(names(order)).containsExactly(List.of("audience \"A\"", "audience \"D\""), List.of("audience \"B\""),
                List.of("audience \"C\""));
    }

    @Test
    void withinALevelTheOrderIsThatOfTheDocument() {
        DependencyOrder order = DependencyOrder.of(Dialect.CONTRACT, List.of(audience("A", "{}"), audience("B", "{}"),
                audience("C", "{\"in\": \"ref:audience/B\"}"), audience("D", "{\"in\": \"ref:audience/A\"}")));

        assertThat(names(order)).containsExactly(List.of("audience \"A\"", "audience \"B\""), List.of("audience \"C\"", "audience \"D\""));
    }

    @Test
    void referencesCountForMoreThanKinds() {
        DependencyOrder order = DependencyOrder.of(Dialect.CONTRACT, manifest("""
                attributes: [{key: age, name: Age, data_type: number, owner: "ref:audience/A"}]
                events: [{key: buy, name: Buy}]
                audiences: [{name: A}, {name: B, rules: {attribute: age}}]
                """).entries());

        assertThat(names(order)).containsExactly(List.of("event \"buy\""), List.of("audience \"A\""), List.of("attribute \"age\""),
                List.of("audience \"B\""));
    }

    @Test
    void F23_aCycleIsReportedWithAllItsEntriesAndTheirPositions() {
        DependencyOrder order = DependencyOrder.of(Dialect.CONTRACT, manifest(READER.read("""
                audiences:
                  - {name: A, rules: {in: "ref:audience/B"}}
                  - {name: B, rules: {in: "ref:audience/A"}}
                  - {name: C, rules: {in: "ref:audience/A"}}
                  - {name: D, rules: {in: "ref:audience/C"}}
                  - {name: E}
                """, "project.yaml")).entries());

        assertThat(order.cycles()).extracting(DependencyOrder.Cycle::toString)
                .containsExactly("audience \"A\" -> audience \"B\" -> audience \"A\"");
        assertThat(order.diagnostics()).extracting(Diagnostic::toString)
                .containsExactly("project.yaml:2:5: refer to each other in a cycle, so none can be created first:"
                        + " audience \"A\" (project.yaml:2:5) -> audience \"B\" (project.yaml:3:5) -> audience \"A\"");
        assertThat(order.blocked()).extracting(DependencyOrder.Blocked::toString).containsExactly(
                "audience \"C\" depends on a cycle: audience \"A\" -> audience \"B\" -> audience \"A\"",
                "audience \"D\" depends on a cycle: audience \"A\" -> audience \"B\" -> audience \"A\"");
        assertThat(names(order)).containsExactly(List.of("audience \"E\""));
    }

    @Test
    void F23_whatRefersToItselfIsACycleAndEachCycleIsReported() {
        DependencyOrder order = DependencyOrder.of(Dialect.CONTRACT,
                List.of(audience("X", "{\"in\": [\"ref:audience/B\", \"ref:audience/S\"]}"),
                        audience("C", "{\"in\": \"ref:audience/A\"}"), audience("A", "{\"in\": \"ref:audience/B\"}"),
                        audience("B", "{\"in\": \"ref:audience/C\"}"), audience("S", "{\"in\": \"ref:audience/S\"}")));

        assertThat(order.cycles()).extracting(DependencyOrder.Cycle::toString).containsExactly(
                "audience \"C\" -> audience \"A\" -> audience \"B\" -> audience \"C\"", "audience \"S\" -> audience \"S\"");
        assertThat(order.blocked()).extracting(blocked -> blocked.entry().key()).containsExactly("X");
        assertThat(order.levels()).isEmpty();
    }

    @Test
    void F23_aChainOfAnyLengthIsOrderedAndReportedAsACycle() {
        List<Entry> chain = new ArrayList<>(IntStream.range(0, 10_000)
                .mapToObj(i -> audience("A" + i, "{\"in\": \"ref:audience/A" + (i + 1) + "\"}")).toList());

        assertThat(DependencyOrder.of(Dialect.CONTRACT, chain).levels()).hasSize(10_000).first().asString().contains("A9999");

        chain.add(audience("A10000", "{\"in\": \"ref:audience/A0\"}"));
        assertThat(DependencyOrder.of(Dialect.CONTRACT, chain).cycles()).singleElement().extracting(cycle -> cycle.entries().size())
                .isEqualTo(10_001);
    }

    @Test
    void F23_ofALongCycleBothEndsAreNamed() {
        assertThat(cycle(21).toString()).isEqualTo(path(0, 21) + " -> audience \"A0\"");
        assertThat(cycle(22).toString()).isEqualTo(path(0, 10) + " -> … 2 more … -> " + path(12, 22) + " -> audience \"A0\"");
        assertThat(cycle(22).diagnostic().message())
                .isEqualTo("refer to each other in a cycle, so none can be created first: " + cycle(22));
    }

    private static DependencyOrder.Cycle cycle(int length) {
        List<Entry> entries = IntStream.range(0, length)
                .mapToObj(i -> audience("A" + i, "{\"in\": \"ref:audience/A" + (i + 1) % length + "\"}")).toList();
        return DependencyOrder.of(Dialect.CONTRACT, entries).cycles().get(0);
    }

    private static String path(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "audience \"A" + i + "\"").collect(Collectors.joining(" -> "));
    }

    private static List<List<String>> names(DependencyOrder order) {
        return order.levels().stream().map(level -> level.stream().map(Entry::toString).toList()).toList();
    }
}
