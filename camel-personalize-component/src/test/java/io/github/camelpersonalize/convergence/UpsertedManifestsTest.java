// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.List;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.batch.Batch;
import io.github.camelpersonalize.batch.ManifestPart;
import io.github.camelpersonalize.manifest.ManifestReader;
import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.outcome.WriteResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Manifests whose entries are upserted one by one, and where each says that it comes from. */
class UpsertedManifestsTest extends AtAProject {

    private static final String EVENTS = "events:\n  - {key: buy, name: Buy}\n  - {key: see, name: See}\n";
    private static final Coordinates RECORD = Coordinates.kafka("manifests", 0, 1841);

    @Test
    void eachEntryIsWrittenAndNoOrder() {
        assertThat(upserted(part(EVENTS + "priority: [\"ref:experience/A\"]", "project.yaml", null))).containsExactly(
                "event buy CREATED", "event see CREATED",
                "project REJECTED: an upsert does not set the priority; use operation=apply");
    }

    @Test
    void aManifestThatIsWrongIsRefusedAndTheOthersAreWritten() {
        assertThat(upserted(part("events: {}", "wrong.yaml", null), part(EVENTS, "project.yaml", null))).containsExactly(
                "project REJECTED: wrong.yaml:1:9: /events must be a list of events; leave it out if there are none", "event buy CREATED",
                "event see CREATED");
    }

    @Test
    void theManifestDecidesWhatAConflictIs() {
        seed("{\"audiences\": [{\"uid\": \"b1\", \"name\": \"Adults\"}]}");

        assertThat(upserted(part("audiences: [{name: Adults, description: Grown up}]\nonConflict: skip", "project.yaml", null)))
                .containsExactly("audience Adults UNCHANGED (differs in /description, and is left as it is (onConflict=skip))");
    }

    @Test
    void anEntryComesFromItsLine() {
        assertThat(origins(part(EVENTS, "project.yaml", null))).containsExactly("project.yaml:2", "project.yaml:3");
    }

    @Test
    void ofAManifestWithoutANameToo() {
        assertThat(origins(part(EVENTS, null, Coordinates.item(4)))).containsExactly("manifest:2", "manifest:3");
    }

    @Test
    void ofARecordOfKafkaFromItsOffset() {
        assertThat(origins(part(EVENTS, "project.yaml", RECORD))).containsExactly("manifests-0@1841", "manifests-0@1841");
    }

    @Test
    void ofAnItemWithoutLinesFromItsNumber() {
        ParseResult map = new ManifestReader(Dialect.CONTRACT).read(Json.read("{\"events\": [{\"key\": \"buy\", \"name\": \"Buy\"}]}"),
                null);

        assertThat(origins(new ManifestPart(map, Coordinates.item(4)))).containsExactly("item 5");
    }

    private List<String> upserted(ManifestPart... parts) {
        return lines(upsert(parts));
    }

    private List<String> origins(ManifestPart... parts) {
        return ((ProjectResult.Report) upsert(parts)).results().stream().map(WriteResult::from).map(Coordinates::toString).toList();
    }

    private ProjectResult upsert(ManifestPart... parts) {
        return new ManifestOperations(new Batch(project(), name -> store, Progress.NONE), state(NONE)).execute(Operation.upsert,
                List.of(parts));
    }

    private static ManifestPart part(String yaml, String source, Coordinates from) {
        return new ManifestPart(new ManifestReader(Dialect.CONTRACT).read(yaml, source), from);
    }
}
