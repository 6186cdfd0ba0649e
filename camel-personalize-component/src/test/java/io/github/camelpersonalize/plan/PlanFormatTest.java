// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.Overlay;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlanFormatTest {

    /** No two steps of a plan are about one definition. */
    private static final AtomicLong UIDS = new AtomicLong();

    @Test
    void aSavedPlanIsReadBackAsItWas() {
        Plan plan = Example.everything();

        Plan read = Plan.of(Json.read(Json.bytes(plan.toJson())));

        assertThat(read).isEqualTo(plan);
        assertThat(read.toJson()).hasToString(plan.toJson().toString());
    }

    @Test
    void decimalsStayExact() {
        String desired = "{\"key\":\"age\",\"a\":1.10,\"b\":0.1000000000000000055511151231257827,\"c\":1E+40,\"d\":100000000000000000000}";
        Step step = new Step(Action.CREATE, Resource.attributes, "age", null, List.of(), null, List.of(), Json.read(desired), null, null);

        Plan read = Plan.of(Json.read(Json.bytes(plan(List.of(step), Optional.empty()).toJson())));

        assertThat(read.steps().get(0).after()).hasToString(desired);
    }

    @Test
    void aMemberThatIsAbsentIsNotOneThatIsNull() {
        Change change = new Change("/description", null, Json.read("null"));
        Plan plan = plan(List.of(new Step(Action.UPDATE, Resource.attributes, "age", "u1", List.of(change), null, List.of(),
                Json.read("{\"key\":\"age\",\"description\":null}"), Json.read("{\"uid\":\"u1\",\"key\":\"age\"}"), null)),
                Optional.empty());

        assertThat(plan.toJson().at("/steps/0/changes/0")).hasToString("{\"pointer\":\"/description\",\"after\":null}");
        assertThat(Plan.of(plan.toJson())).isEqualTo(plan);
    }

    @Property(tries = 200, seed = "1")
    void anyPlanIsReadBackAsItWasAndFitsTheSchema(@ForAll("plans") Plan plan) {
        String saved = plan.toJson().toString();

        assertThat(Plan.of(Json.read(saved))).isEqualTo(plan);
        assertThat(Plan.of(Json.read(saved)).toJson()).hasToString(saved);
    }

    @Test
    void theSchemaIsOneAndAPlanFitsIt() {
        var schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
        JsonNode schema = Json.read(Example.text("plan.schema.json"));

        assertThat(schemas.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")).validate(schema)).isEmpty();
        assertThat(schemas.getSchema(schema).validate(Example.everything().toJson())).isEmpty();
    }

    @Test
    void anyOtherDocumentIsRejected() {
        for (String other : List.of("{}", "[]", "\"plan\"", "{\"attributes\": []}", "{\"formatVersion\": \"1\"}",
                "{\"formatVersion\": 1.5}")) {
            assertThatThrownBy(() -> Plan.of(Json.read(other))).isInstanceOf(JsonException.class)
                    .hasMessage("this is not a plan: it has no \"formatVersion\"; make one with operation=plan and save it as JSON");
        }
    }

    @Test
    void aNewerFormatIsRejected() {
        for (String version : List.of("2", "99999999999999999999999")) {
            assertThatThrownBy(() -> Plan.of(Json.read("{\"formatVersion\": " + version + ", \"news\": true}")))
                    .isInstanceOf(JsonException.class)
                    .hasMessage("the plan has format version " + version + ", and this version of the component reads 1; "
                            + "make the plan again, or use the version of the component that made it");
        }
    }

    @Test
    void everyErrorIsReported() {
        String plan = """
                {"formatVersion": 1, "projectUid": "p1", "steps": [
                  {"action": "CREATE", "kind": "attribute", "key": "age"},
                  {"action": "DROP", "kind": "attribute", "key": "age"},
                  {"action": "DELETE", "kind": "attribute", "key": "age", "uid": 7, "before": {}, "befor": {}}]}""";

        assertThatThrownBy(() -> Plan.of(Json.read(plan))).isInstanceOf(JsonException.class).hasMessage(
                "this is not a plan of format version 1: /steps/0/after is missing; "
                        + "/steps/1/action must be one of CREATE, UPDATE, DELETE, UNCHANGED, BLOCKED; it is \"DROP\"; "
                        + "/steps/2/uid must be a string; it is 7; "
                        + "/steps/2/befor is unknown; remove it");
    }

    @Test
    void onlyTheFirstOfManyErrorsAreReported() {
        ObjectNode plan = plan(List.of(), Optional.empty()).toJson().deepCopy();
        for (int i = 0; i < 100; i++) {
            plan.withArray("steps").addObject().put("action", "UNCHANGED").put("kind", "attribute");
        }

        assertThatThrownBy(() -> Plan.of(plan)).isInstanceOf(JsonException.class)
                .hasMessageStartingWith("this is not a plan of format version 1: /steps/0/key is missing; /steps/1/key is missing; ")
                .hasMessageEndingWith("; /steps/9/key is missing; and 90 more errors");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "{'action': 'DELETE', 'uid': 'u2', 'before': {'uid': 'u1', 'key': 'age'}} | has another uid in before",
            "{'action': 'DELETE', 'uid': 'u1', 'before': {'uid': 'u1', 'key': 'city'}} | has another key in before",
            "{'action': 'DELETE', 'uid': 'u1', 'before': {'uid': 'u1'}} | has another key in before",
            "{'action': 'DELETE', 'uid': '../u1', 'before': {'uid': '../u1', 'key': 'age'}}"
                    + " | has no legal uid: a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots",
            "{'action': 'UPDATE', 'uid': 'u1', 'before': {'uid': 'u1', 'key': 'age'}, 'after': {'key': 'city'}} | has another key in after",
            "{'action': 'UPDATE', 'uid': 'u1', 'before': {'key': 'age'}, 'after': {'key': 'age'}} | has another uid in before",
            "{'action': 'CREATE', 'after': {'key': 'city'}} | has another key in after",
            "{'action': 'CREATE', 'uid': 'u1', 'before': {'uid': 'u1', 'key': 'age'}, 'after': {'key': 'age'}} | has a before, but creates it",
            "{'action': 'UNCHANGED', 'uid': 'u1', 'after': {'key': 'age'}} | has no before",
            "{'action': 'UNCHANGED', 'uid': 'u2', 'before': {'uid': 'u1', 'key': 'age'}} | has another uid in before"})
    void F83_aStepThatIsAboutAnotherDefinitionThanItShowsIsRejected(String step, String why) {
        ObjectNode forged = (ObjectNode) Json.read(step.replace('\'', '"'));
        ObjectNode plan = plan(List.of(), Optional.empty()).toJson().deepCopy();
        plan.withArray("steps").add(forged.put("kind", "attribute").put("key", "age"));

        assertThatThrownBy(() -> Plan.of(plan)).isInstanceOf(JsonException.class)
                .hasMessage("the step " + forged.path("action").asText() + " attribute \"age\" " + why + "; make the plan again");
    }

    @Test
    void F83_twoStepsForOneDefinitionAreRejected() {
        JsonNode actual = Json.read("{\"uid\": \"u1\", \"key\": \"age\"}");
        Step unchanged = new Step(Action.UNCHANGED, Resource.attributes, "age", "u1", List.of(), null, List.of(), null, actual, null);
        Step deletion = new Step(Action.DELETE, Resource.attributes, "age", "u1", List.of(), null, List.of(), null, actual, null);

        assertThatThrownBy(() -> Plan.of(plan(List.of(unchanged, deletion), Optional.empty()).toJson()))
                .hasMessage("the step DELETE attribute \"age\" has the uid of another step; make the plan again");
    }

    /** What people have looked at is what apply sends. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "[] | shows another change of /name than its before and after make",
            "[{'pointer': '/name', 'before': 'Age', 'after': 'Age!'}] | shows another change of /name than its before and after make",
            "[{'pointer': '/name', 'before': 'Alt', 'after': 'Alter'}] | shows another change of /name than its before and after make",
            "[{'pointer': '/name', 'before': 'Age'}] | shows another change of /name than its before and after make",
            "[{'pointer': '/name', 'before': 'Age', 'after': 'ref:attribute/city'}]"
                    + " | shows another change of /name than its before and after make",
            "[{'pointer': '/name', 'before': 'Age', 'after': 'Alter'}, {'pointer': '/weight', 'before': 1, 'after': 2}]"
                    + " | shows another change of /weight than its before and after make",
            "[{'pointer': '/name', 'before': 'Age', 'after': 'Alter'}, {'pointer': 'weight'}]"
                    + " | has a change of \"weight\", which is no JSON pointer to a member",
            "[{'pointer': '/name', 'before': 'Age', 'after': 'Alter'}, {'pointer': ''}]"
                    + " | has a change of \"\", which is no JSON pointer to a member"})
    void F83_anUpdateThatShowsOtherChangesThanItMakesIsRejected(String changes, String why) {
        assertThatThrownBy(() -> Plan.of(update("{'key': 'age', 'name': 'Alter', 'owner': 'ref:audience/A'}", changes)))
                .isInstanceOf(JsonException.class).hasMessage("the step UPDATE attribute \"age\" " + why + "; make the plan again");
    }

    /** Nobody but the service knows which uid a reference stands for: it may be the one that is there. */
    @ParameterizedTest
    @ValueSource(strings = {"[{'pointer': '/owner', 'before': 'u7', 'after': 'ref:audience/A'}]", "[]",
            "[{'pointer': '/weight', 'before': 1, 'after': 1.0}]"})
    void F83_anUpdateThatShowsItsChangesIsRead(String changes) {
        Plan.of(update("{'key': 'age', 'name': 'Age', 'owner': 'ref:audience/A', 'weight': 1.0}", changes));
    }

    /** A uid that is sent is shown as a reference where the step has it: so may another uid be, and no other text. */
    @Test
    void F83_onlyAUidIsShownAsAReference() {
        String after = "{'key': 'age', 'name': '%s', 'owner': 'ref:audience/A'}";
        String changes = "[{'pointer': '/name', 'before': 'Age', 'after': 'ref:audience/A'}]";

        Plan.of(update(after.formatted("u7"), changes));
        assertThatThrownBy(() -> Plan.of(update(after.formatted("not a uid"), changes)))
                .hasMessageContaining("shows another change of /name than its before and after make");
    }

    @Test
    void F83_changesOfAStepThatChangesNothingAreRejected() {
        ObjectNode plan = update("{'key': 'age', 'name': 'Alter'}", "[{'pointer': '/name', 'before': 'Age', 'after': 'Alter'}]");
        ((ObjectNode) plan.at("/steps/0")).put("action", "UNCHANGED");

        assertThatThrownBy(() -> Plan.of(plan))
                .hasMessage("the step UNCHANGED attribute \"age\" has changes, but is no update; make the plan again");
    }

    private static ObjectNode update(String after, String changes) {
        String before = "{'uid': 'u1', 'key': 'age', 'name': 'Age', 'owner': 'u7', 'weight': 1}";
        String step = "{'action': 'UPDATE', 'kind': 'attribute', 'key': 'age', 'uid': 'u1', 'before': %s, 'after': %s, 'changes': %s}"
                .formatted(before, after, changes);
        ObjectNode plan = plan(List.of(), Optional.empty()).toJson().deepCopy();
        plan.withArray("steps").add(Json.read(step.replace('\'', '"')));
        return plan;
    }

    private static Plan plan(List<Step> steps, Optional<PriorityStep> priority) {
        return new Plan("p1", steps, priority, List.of());
    }

    @Provide
    static Arbitrary<Plan> plans() {
        return Combinators.combine(texts().ofMinLength(1), steps().list().ofMaxSize(4), orders().optional(), texts().list().ofMaxSize(2),
                texts().optional(), origins().optional()).as(Plan::new);
    }

    private static Arbitrary<Origin> origins() {
        return Combinators.combine(texts(), Arbitraries.longs().between(0, 4_000_000_000L), texts())
                .as((service, second, prune) -> new Origin(service, Instant.ofEpochSecond(second), prune));
    }

    private static Arbitrary<Step> steps() {
        Arbitrary<Resource> resources = Arbitraries.of(Resource.project.parts());
        return Combinators.combine(Arbitraries.of(Action.class), resources, texts(),
                texts().list().ofMaxSize(2), definitions(), definitions(), texts().injectNull(0.3))
                .as(PlanFormatTest::step);
    }

    private static Step step(Action action, Resource resource, String key, List<String> warnings, ObjectNode desired, ObjectNode actual,
            String source) {
        String uid = "u" + UIDS.incrementAndGet();
        desired.put(resource.naturalKey(), key);
        actual.put(resource.naturalKey(), key).put("uid", uid);
        List<Change> changes = action == Action.UPDATE ? changes(resource, desired, actual) : List.of();
        return new Step(action, resource, key, uid, changes, "why", warnings, action == Action.DELETE ? null : desired,
                action == Action.CREATE ? null : actual, source);
    }

    private static List<Change> changes(Resource resource, ObjectNode desired, ObjectNode actual) {
        JsonNode sent = Overlay.of(References.unescaped(desired), actual, Dialect.CONTRACT.shape(resource));
        return Difference.ofReplacement(sent, actual, Dialect.CONTRACT.shape(resource)).stream()
                .map(pointer -> new Change(pointer, actual.at(pointer), sent.at(pointer))).toList();
    }

    private static Arbitrary<PriorityStep> orders() {
        return Combinators.combine(Arbitraries.of(Action.UPDATE, Action.UNCHANGED, Action.BLOCKED), texts().list().ofMaxSize(3),
                texts().list().ofMaxSize(3), Arbitraries.maps(texts(), texts()).ofMaxSize(3), texts().list().ofMaxSize(2))
                .as((action, desired, actual, names, warnings) -> new PriorityStep(action, desired, actual, names, "why", warnings, null));
    }

    private static Arbitrary<ObjectNode> definitions() {
        return Arbitraries.maps(texts(), values()).ofMaxSize(4).map(members -> JsonNodeFactory.instance.objectNode().setAll(members));
    }

    /** Any JSON, with numbers of every Java type. */
    private static Arbitrary<JsonNode> values() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(texts().map(nodes::textNode), Arbitraries.integers().map(nodes::numberNode),
                Arbitraries.longs().map(nodes::numberNode), Arbitraries.bigDecimals().map(nodes::numberNode),
                Arbitraries.doubles().map(nodes::numberNode), Arbitraries.bigIntegers().map(nodes::numberNode),
                Arbitraries.of(true, false).map(nodes::booleanNode), Arbitraries.just(nodes.nullNode()));
        return Arbitraries.recursive(() -> scalars, inner -> Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(items -> nodes.arrayNode().addAll(items)),
                Arbitraries.maps(texts(), inner).ofMaxSize(3).map(members -> nodes.objectNode().setAll(members))), 0, 3);
    }

    private static StringArbitrary texts() {
        return Arbitraries.strings().withCharRange('\0', '\ud7ff').withChars("<>&\"'`@\\/~\u202e").ofMaxLength(12);
    }
}
