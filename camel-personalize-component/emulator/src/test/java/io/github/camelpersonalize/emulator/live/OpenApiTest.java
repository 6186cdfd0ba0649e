// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import io.github.camelpersonalize.emulator.live.body.Bodies;
import io.github.camelpersonalize.emulator.live.body.Shape;
import io.github.camelpersonalize.emulator.live.state.Audit;
import io.github.camelpersonalize.emulator.service.Operation;
import io.github.camelpersonalize.emulator.service.Projects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The description of the personality says what the table of operations says. */
class OpenApiTest {

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults());

    private final List<LiveOperation> table = Operations
            .table(new Context(LiveOptions.defaults(), new Audit(Clock.systemUTC(), () -> ""), new Projects<>(true, uid -> null)))
            .operations();

    private JsonNode description;

    @BeforeEach
    void read() {
        Client client = new Client(EMULATOR.emulator());
        description = client.send(client.bare("/openapi")).json();
    }

    @Test
    void itHasTheSameOperations() {
        List<String> described = new ArrayList<>();
        description.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> described.add(
                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " " + method.getValue().path("operationId").asText())));

        assertThat(described).containsExactlyInAnyOrderElementsOf(
                table.stream().map(row -> row.method() + " " + row.path() + " " + row.id()).toList());
    }

    @TestFactory
    Stream<DynamicTest> eachOperationHasTheSameParametersAndMembers() {
        return table.stream().map(row -> dynamicTest(row.id(), () -> compare(row)));
    }

    @Test
    void itHasTheSameVariants() {
        compare(Bodies.SEGMENTED_VARIANT, description.at("/components/schemas/SegmentedVariant"));
        compare(Bodies.AB_TEST_VARIANT, description.at("/components/schemas/ABTestVariant"));
    }

    private void compare(LiveOperation row) {
        read();
        JsonNode operation = description.path("paths").path(row.path()).path(row.method().toLowerCase(Locale.ROOT));
        assertThat(parameters(operation, "query")).containsExactlyElementsOf(row.query());
        assertThat(parameters(operation, "path")).containsExactlyElementsOf(uids(row));
        assertThat(parameters(operation, "header")).startsWith(header(row.subject()));
        assertThat(operation.has("security")).isEqualTo(row.right() == Right.NONE);
        assertThat(operation.has("requestBody")).isEqualTo(row.body().isPresent());
        row.body().filter(Shape.class::isInstance).map(Shape.class::cast).ifPresent(shape -> compare(shape, schema(operation)));
    }

    private static void compare(Shape shape, JsonNode schema) {
        assertThat(schema.path("properties").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(shape.names());
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        assertThat(required).containsExactlyInAnyOrderElementsOf(shape.required());
    }

    private JsonNode schema(JsonNode operation) {
        String reference = operation.at("/requestBody/content/application~1json/schema/$ref").asText();
        return description.at(reference.substring(1));
    }

    private static String[] header(Subject subject) {
        return switch (subject) {
            case NOTHING -> new String[0];
            case PROJECT, VISITED_PROJECT -> new String[]{"x-project-uid"};
            case ORGANIZATION -> new String[]{"organization_uid"};
        };
    }

    private static List<String> uids(Operation row) {
        return Stream.of(row.path().split("/")).filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1)).toList();
    }

    private static List<String> parameters(JsonNode operation, String in) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals(in)) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }
}
