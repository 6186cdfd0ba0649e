// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.batch.Batch;
import io.github.camelpersonalize.batch.ManifestPart;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.manifest.ManifestReader;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is read of a project as a whole, and which operations there are. */
class DocumentsTest extends AtAProject {

    private static final String PROJECT = """
            {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"},
                            {"uid": "a2", "key": "city", "name": "City", "data_type": "string"}],
             "audiences": [{"uid": "b1", "name": "Adults", "rules": {"attribute": "age"}},
                           {"uid": "b2", "name": "Itself", "rules": {"audience": "b2"}},
                           {"uid": "b3", "name": "Foreign", "source": "LYTICS"}],
             "events": [{"uid": "c1", "key": "buy", "name": "Buy"}],
             "experiences": [{"uid": "e1", "name": "Hero", "type": "SEGMENTED", "variants": [{"name": "V", "audience_uid": "b1"}]},
                             {"uid": "e2", "name": "Shop", "type": "AB_TEST"}]}""";

    @Test
    void anExportIsAManifestThatChangesNothing() {
        seed(PROJECT.replace("\"audience\": \"b2\"", "\"audience\": \"b1\""));

        String exported = document(state(NONE).export());

        assertThat(planned(NONE, exported)).isNotEmpty().allMatch(step -> step.startsWith("UNCHANGED "));
        assertThat(exported).contains("key: age", "name: Adults", "key: buy", "name: Hero", "ref:experience/Hero", "ref:experience/Shop")
                .doesNotContain("a1", "b1", "e1");
    }

    @Test
    void withoutAListThereIsNoDocument() {
        for (String path : List.of("/attributes", "/audiences", "/events", "/experiences", "/experiences/priority")) {
            emulator().script(Script.on("GET", path).then(Step.status(503), Step.status(503), Step.status(503), Step.status(503)));

            assertThat(lines(state(NONE).export())).as(path).singleElement().asString().contains("the service failed with 503");
            assertThat(lines(state(NONE).unused())).as(path).singleElement().asString().contains("the service failed with 503");
            emulator().reset();
        }
    }

    @Test
    void norAPlan() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(503), Step.status(503)));

        assertThat(lines(state(NONE).plan(manifest("attributes: [{key: age, name: Age, data_type: number}]")))).singleElement().asString()
                .contains("the service failed with 503");
        assertThat(applied(NONE, "attributes: [{key: age, name: Age, data_type: number}]")).singleElement().asString()
                .contains("the service failed with 503");
    }

    @ParameterizedTest
    @EnumSource(names = {"plan", "apply", "export", "unused", "upsert"})
    void aProjectHasTheseOperations(Operation operation) {
        seed(PROJECT);

        ProjectResult result = operations().execute(operation, parts("attributes: [{key: age, name: Age, data_type: number}]"));

        assertThat(result).isInstanceOf(operation == Operation.apply || operation == Operation.upsert
                ? ProjectResult.Report.class
                : ProjectResult.Document.class);
    }

    @Test
    void andNoOther() {
        assertThatThrownBy(() -> operations().execute(Operation.list, List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("list is about no project");
    }

    @Test
    void allPartsOfAnApplyAreOneManifest() {
        List<ManifestPart> parts = parts("attributes: [{key: age, name: Age, data_type: number}]",
                "attributes: [{key: age, name: Other, data_type: number}]");

        assertThat(lines(operations().execute(Operation.apply, parts)))
                .containsExactly("REJECTED INVALID: project.yaml:1:14: \"age\" is also"
                        + " the key of the attribute at project.yaml:1:14; remove one of them");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aPlanThatWasMadeEarlierIsApplied() {
        Plan plan = plan(NONE, "events: [{key: buy, name: Buy}]");

        assertThat(lines(operations().apply(plan))).containsExactly("event buy CREATED");
    }

    private ManifestOperations operations() {
        return new ManifestOperations(new Batch(project(), name -> store, Progress.NONE), state(NONE));
    }

    private static List<ManifestPart> parts(String... documents) {
        ManifestReader reader = new ManifestReader(Dialect.CONTRACT);
        return Stream.of(documents).map(document -> new ManifestPart(reader.read(document.getBytes(UTF_8), "project.yaml"), null)).toList();
    }

    private static String document(ProjectResult result) {
        return ((ProjectResult.Document) result).document().toText();
    }
}
