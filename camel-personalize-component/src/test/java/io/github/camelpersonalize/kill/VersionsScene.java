// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.ProjectView;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** One project of a service that keeps versions, one ledger, and the processes that apply a {@link VersionedManifest} to it, of which one is killed. */
final class VersionsScene {

    private final PersonalizeEmulator emulator;
    private final Path states;
    private Way way;

    /** @param way by which the first process applies */
    VersionsScene(PersonalizeEmulator emulator, Path states, Way way) {
        this.emulator = emulator;
        this.states = states;
        this.way = way;
        emulator.reset();
    }

    /** Applies in this process, by another way than whatever was applied before. */
    BatchReport apply(Work work) throws Exception {
        way = way.other();
        try (Pipeline pipeline = new Pipeline(emulator.baseUrl(), states, work)) {
            return pipeline.apply(way, work.manifest().toString(), "none");
        }
    }

    /** Whatever was sent so far, no experience is there twice, none has two drafts, and only those are active that are asked for. */
    void assertNoHarm() {
        ProjectView project = project();
        assertThat(project.experiences()).extracting(VersionsScene::name).doesNotHaveDuplicates();
        versions().forEach((name, versions) -> {
            assertThat(versions).filteredOn(version -> version.startsWith("DRAFT")).as(name).hasSizeLessThan(2);
            assertThat(versions).filteredOn(version -> version.startsWith("ACTIVE")).as(name).hasSizeLessThan(2);
        });
        for (int i = 0; i < VersionedManifest.EXPERIENCES; i++) {
            if (!VersionedManifest.isActive(i)) {
                assertThat(versions().getOrDefault(VersionedManifest.name(i), List.of())).as(VersionedManifest.name(i))
                        .allMatch(version -> version.startsWith("DRAFT"));
            }
        }
    }

    /** All is as the manifest says, each variant keeps its short uid, and the ledger knows all that was created. */
    void assertApplied(VersionedManifest manifest) {
        assertThat(versions()).isEqualTo(manifest.versions());
        Held held = new Held(project());
        assertThat(held.priority()).isEqualTo(VersionedManifest.priority().stream().map(name -> "ref:experience/" + name).toList());
        assertThat(LedgerFile.read(states, emulator).uids()).isEqualTo(held.uids());
    }

    void assertThatAnotherRunWritesNothing(Work work) throws Exception {
        emulator.clearRequests();

        BatchReport report = apply(work);

        assertThat(report.counts()).containsOnlyKeys(Outcome.UNCHANGED);
        assertThat(emulator.requests()).allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
    }

    private ProjectView project() {
        return emulator.project("p1");
    }

    private Map<String, List<String>> versions() {
        Map<String, List<String>> versions = new TreeMap<>();
        project().experiences().stream().map(VersionsScene::name)
                .forEach(name -> versions.put(name, project().versions(name).stream().map(VersionsScene::shown).toList()));
        return versions;
    }

    private static String name(JsonNode experience) {
        return experience.path("name").textValue();
    }

    private static String shown(JsonNode version) {
        return version.path("status").asText() + StreamSupport.stream(version.path("variants").spliterator(), false)
                .map(variant -> " " + variant.path("name").asText() + "=" + variant.path("shortUid").asText()).collect(joining());
    }
}
