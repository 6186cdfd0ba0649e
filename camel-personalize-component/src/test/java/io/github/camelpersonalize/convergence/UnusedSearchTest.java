// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions that nothing refers to. */
class UnusedSearchTest extends AtAProject {

    private static final String PROJECT = """
            {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"},
                            {"uid": "a2", "key": "city", "name": "City", "data_type": "string"}],
             "audiences": [{"uid": "b1", "name": "Adults", "rules": {"attribute": "age"}},
                           {"uid": "b2", "name": "Itself", "rules": {"audience": "b2"}},
                           {"uid": "b3", "name": "Foreign", "source": "LYTICS"}],
             "events": [{"uid": "c1", "key": "buy", "name": "Buy"}],
             "experiences": [{"uid": "e1", "name": "Hero", "type": "SEGMENTED", "variants": [{"name": "V", "audience_uid": "b1"}]}]}""";

    @Test
    void whatNothingElseMentionsIsUnusedAndTheManifestHasTheRest() {
        seed(PROJECT);

        assertThat(unused()).isEqualTo(Json
                .read("""
                        {"unused": [{"kind": "attribute", "key": "city", "uid": "a2"}, {"kind": "event", "key": "buy", "uid": "c1"},
                                    {"kind": "audience", "key": "Itself", "uid": "b2"}],
                         "lookedAt": {"attributes": 2, "events": 1, "audiences": 3, "experiences": 1},
                         "manifest": {"attributes": [{"key": "age", "name": "Age", "data_type": "number"}],
                                      "audiences": [{"name": "Adults", "rules": {"attribute": "age"}}],
                                      "experiences": [{"name": "Hero", "type": "SEGMENTED", "variants": [{"name": "V", "audience_uid": "ref:audience/Adults"}]}],
                                      "priority": ["ref:experience/Hero"]}}"""));
        assertThat(writes()).isEmpty();
    }

    @Test
    void thereIsNoManifestWhereItWouldDeleteMore() {
        seed("{\"attributes\": [{\"uid\": \"a1\"}, {\"uid\": \"a2\", \"key\": \"zip\", \"name\": \"Zip\", \"data_type\": \"string\"}]}");

        assertThat(unused()).isEqualTo(Json.read("""
                {"unused": [{"kind": "attribute", "key": "a1", "uid": "a1"}, {"kind": "attribute", "key": "zip", "uid": "a2"}],
                 "lookedAt": {"attributes": 2, "events": 0, "audiences": 0, "experiences": 0}}"""));
    }

    private JsonNode unused() {
        return ((ProjectResult.Document) state(NONE).unused()).document().toJson();
    }
}
