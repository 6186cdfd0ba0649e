// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.manifest.UnusedDefinitions.Unused;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What is told about definitions that nothing refers to, and the manifest without them. */
class UnusedDefinitionsTest {

    private static final String SHOP = """
            {"attributes": [{"key": "age", "name": "Age"}, {"key": "zip", "name": "Zip"}],
             "events": [{"key": "age", "name": "Birthday"}],
             "audiences": [{"name": "ref:text/ref:x"}],
             "priority": []}""";

    @Test
    void theManifestHasAllOtherDefinitions() {
        UnusedDefinitions found = found(SHOP, List.of(), 0, new Unused("attribute", "age", "a1"), new Unused("audience", "ref:x", "u1"));

        assertThat(found.toJson()).isEqualTo(
                json("""
                        {"unused": [{"kind": "attribute", "key": "age", "uid": "a1"}, {"kind": "audience", "key": "ref:x", "uid": "u1"}],
                         "lookedAt": {"attributes": 2, "events": 1},
                         "manifest": {"attributes": [{"key": "zip", "name": "Zip"}], "events": [{"key": "age", "name": "Birthday"}], "priority": []}}"""));
    }

    @Test
    void theExportStaysAsItIs() {
        ExportedManifest export = new ExportedManifest((ObjectNode) json(SHOP), List.of());

        UnusedDefinitions.of(List.of(new Unused("event", "age", "e1")), Map.of(), export, 0);

        assertThat(export.document()).isEqualTo(json(SHOP));
    }

    @Test
    void aPlanOfAnExportThatLeavesOutTheProjectsOwnDefinitionsCouldDeleteThemSoThereIsNoManifest() {
        List<Skipped> skipped = List.of(new Skipped("audience", "Churn", "comes from Lytics"), new Skipped("audience", "A", "not valid"));

        assertThat(found(SHOP, skipped, 1).toJson())
                .isEqualTo(json("{\"unused\": [], \"lookedAt\": {\"attributes\": 2, \"events\": 1}}"));
        assertThat(found(SHOP, skipped, 2).manifest()).isEqualTo(new ExportedManifest((ObjectNode) json(SHOP), skipped));
    }

    @Test
    void peopleAreToldWhatIsUnusedAndWhatWasLookedAt() {
        Unused zip = new Unused("attribute", "zip", "a2");

        assertThat(found(SHOP, List.of(), 0).toText()).isEqualTo("Nothing refers to 0 definitions.\nLooked at: 2 attributes, 1 events.\n");
        assertThat(found(SHOP, List.of(), 0, zip)).hasToString("""
                Nothing refers to 1 definition:
                  attribute "zip" (uid a2)
                Looked at: 2 attributes, 1 events.
                """);
        assertThat(found(SHOP, List.of(), 0, zip, new Unused("event", "age", "e1")).toText()).isEqualTo("""
                Nothing refers to 2 definitions:
                  attribute "zip" (uid a2)
                  event "age" (uid e1)
                Looked at: 2 attributes, 1 events.
                """);
    }

    @Test
    void theyAreSortedByKindThenKeyThenUid() {
        List<Unused> sorted = List.of(new Unused("attribute", "a", "2"), new Unused("attribute", "b", "1"),
                new Unused("audience", "a", "1"),
                new Unused("audience", "a", "2"));

        assertThat(Stream.of(3, 1, 2, 0).map(sorted::get).sorted()).isEqualTo(sorted);
    }

    private static UnusedDefinitions found(String document, List<Skipped> skipped, int foreign, Unused... unused) {
        Map<String, Integer> lookedAt = new LinkedHashMap<>();
        lookedAt.put("attributes", 2);
        lookedAt.put("events", 1);
        return UnusedDefinitions.of(List.of(unused), lookedAt, new ExportedManifest((ObjectNode) json(document), skipped), foreign);
    }
}
