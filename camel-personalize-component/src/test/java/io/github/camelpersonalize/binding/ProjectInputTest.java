// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.ManifestPart;
import io.github.camelpersonalize.manifest.Entry;
import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A message about a project holds manifests, or a plan. */
class ProjectInputTest extends BoundMessages {

    private static final String AGE = "{\"attributes\": [{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}]}";
    private static final String YAML = "attributes:\n- key: age\n  name: Age\n  data_type: number\n";
    private static final String BAD = "{\"attributes\": 1}";
    private static final Plan PLAN = new Plan("p1", List.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    @TempDir
    static Path folder;

    private static Input read(Operation operation, Message message) {
        return MessageBinding.of(Resource.project, Dialect.CONTRACT, true).readRequest(operation, message, PROJECT, false);
    }

    private static List<ManifestPart> parts(Message message) {
        return ((Input.Manifests) read(Operation.apply, message)).parts();
    }

    private static List<String> keys(ManifestPart part) {
        return ((ParseResult.Parsed) part.reading()).manifest().entries().stream().map(Entry::key).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"export", "unused"})
    void whatOnlyReadsNeedsNoBody(Operation operation) {
        assertThat(read(operation, message("[no manifest"))).isEqualTo(new Input.Manifests(List.of()));
    }

    static Stream<Object> manifests() throws IOException {
        GenericFile<File> file = new GenericFile<>();
        file.setFile(Files.writeString(folder.resolve("project.yaml"), YAML).toFile());
        return Stream.of(AGE, "  " + AGE, YAML, AGE.getBytes(UTF_8), YAML.getBytes(UTF_8), Json.read(AGE), Json.definition(Json.read(AGE)),
                Map.copyOf(Json.definition(Json.read(AGE))), new ByteArrayInputStream(AGE.getBytes(UTF_8)), file, file.getFile(),
                file.getFile().toPath());
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aBodyIsOneManifest(Object body) {
        Message message = message(body);
        for (Operation operation : List.of(Operation.plan, Operation.apply, Operation.upsert)) {
            List<ManifestPart> parts = ((Input.Manifests) read(operation, message)).parts();

            assertThat(parts).singleElement().satisfies(part -> assertThat(keys(part)).containsExactly("age"));
        }
    }

    static Stream<Object> batches() {
        return Stream.of("[" + AGE + ", " + BAD + "]", ("\n[" + AGE + ", " + BAD + "]").getBytes(UTF_8),
                Json.read("[" + AGE + ", " + BAD + "]"), List.of(AGE, BAD), List.of(Json.definition(Json.read(AGE)), Json.read(BAD)),
                new ByteArrayInputStream(("[" + AGE + ", " + BAD + "]").getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void anArrayIsABatchWhoseItemsAreReadOneByOne(Object body) {
        List<ManifestPart> parts = parts(message(body));

        assertThat(parts).hasSize(2).extracting(part -> String.valueOf(part.from())).containsExactly("item 1", "item 2");
        assertThat(keys(parts.get(0))).containsExactly("age");
        assertThat(parts.get(1).reading()).isInstanceOf(ParseResult.Invalid.class);
    }

    @Test
    void anItemThatCannotBeReadDoesNotPreventTheOthers() {
        List<ManifestPart> parts = parts(message(List.of(1, AGE)));

        assertThat(parts.get(0).reading()).hasToString("a Integer is no definition");
        assertThat(keys(parts.get(1))).containsExactly("age");
    }

    static Stream<Arguments> files() {
        GenericFile<File> file = new GenericFile<>();
        file.setFile(new File("dir/project.yaml"));
        file.setBody(BAD.getBytes(UTF_8));
        return Stream.of(Arguments.of(message(BAD, Map.of(Exchange.FILE_NAME_ONLY, "people.json")), "people.json:"),
                Arguments.of(message(file), "project.yaml:"), Arguments.of(message(new File("missing.yaml")), "missing.yaml: "),
                Arguments.of(message(Path.of("dir/missing.yaml")), "missing.yaml: "), Arguments.of(message(BAD), "line 1"),
                Arguments.of(message(List.of(BAD), Map.of(Exchange.FILE_NAME_ONLY, "people.json")), "line 1"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void anErrorNamesTheFileOfTheManifest(Message message, String start) {
        assertThat(parts(message)).singleElement().satisfies(part -> assertThat(part.reading().toString()).startsWith(start));
    }

    @Test
    void whatCannotBeReadIsAnInvalidManifest() {
        assertThat(parts(message(null))).singleElement().extracting(part -> part.reading().toString()).isEqualTo("the message has no body");
        assertThat(((Input.Manifests) read(Operation.plan, message(null, Map.of(Exchange.FILE_NAME_ONLY, "a.yaml")))).parts())
                .singleElement().extracting(part -> part.reading().toString()).isEqualTo("a.yaml: the message has no body");
    }

    @Test
    void anItemThatTheTransformerOfCustomerDataHasRejectedIsInvalidForItsReason() {
        assertThat(parts(message(List.of(Map.of("fault", "it has no event"))))).singleElement()
                .extracting(part -> part.reading().toString()).isEqualTo("it has no event");
        assertThat(parts(message(List.of(Map.of("fault", 1))))).singleElement()
                .satisfies(part -> assertThat(part.reading().toString()).contains("/fault"));
        assertThat(parts(message(List.of(Map.of("fault", "no", "attributes", List.of()))))).singleElement()
                .satisfies(part -> assertThat(part.reading().toString()).contains("/fault"));
    }

    static Stream<Object> plans() {
        return Stream.of(PLAN, PLAN.toJson().toString(), "\n" + PLAN.toJson(), PLAN.toBytes(), PLAN.toJson(),
                Json.definition(PLAN.toJson()),
                new ByteArrayInputStream(PLAN.toBytes()));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void applyTakesAPlanToo(Object body) {
        assertThat(read(Operation.apply, message(body))).isEqualTo(new Input.PlanToApply(PLAN));
    }

    @Test
    void anotherOperationDoesNot() {
        assertThat(((Input.Manifests) read(Operation.plan, message(PLAN.toJson().toString()))).parts()).singleElement()
                .satisfies(part -> assertThat(part.reading()).isInstanceOf(ParseResult.Invalid.class));
    }

    @Test
    void aBrokenPlanIsInvalid() {
        assertThat(parts(message("{\"formatVersion\": 99}"))).singleElement()
                .satisfies(part -> assertThat(part.reading()).isInstanceOf(ParseResult.Invalid.class));
        assertThat(parts(message("{\"formatVersion\": "))).singleElement()
                .satisfies(part -> assertThat(part.reading().toString()).startsWith("Unexpected end-of-input"));
    }

    @Test
    void aTextThatOnlyMentionsAPlanIsAManifest() {
        String mentioned = AGE.replace("\"Age\"", "\"formatVersion\"");

        assertThat(parts(message(mentioned))).singleElement().satisfies(part -> assertThat(keys(part)).containsExactly("age"));
    }

    @Test
    void anEqualManifestIsReadOnceAlsoIfAFileHasIt() {
        ManifestInput input = new ManifestInput(Dialect.CONTRACT, true);
        Message message = message(Json.read(AGE));

        Input first = input.read(Operation.upsert, message);

        assertThat(reading(input.read(Operation.upsert, message(Json.read(AGE))))).isSameAs(reading(first));
        assertThat(reading(input.read(Operation.upsert, message(Json.read(AGE), Map.of(Exchange.FILE_NAME_ONLY, "a.json")))))
                .isNotSameAs(reading(first));
    }

    private static ParseResult reading(Input input) {
        return ((Input.Manifests) input).parts().get(0).reading();
    }
}
