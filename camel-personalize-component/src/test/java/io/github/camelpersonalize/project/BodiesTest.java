// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

class BodiesTest {

    private final Project contract = ScriptedService.contract().checking().project();
    private final Project live = ScriptedService.live().checking().project();

    @Test
    void aBodyWithoutMembersOfTheServiceIsItself() {
        JsonNode body = json("{'key':'age'}");

        assertThat(new Bodies(contract).writable(attributes, body)).isSameAs(body);
        assertThat(new Bodies(contract).withoutVersion(attributes, body)).isSameAs(body);
    }

    @Test
    void aBodyIsSentWithoutTheMembersThatOnlyTheServiceSets() {
        assertThat(new Bodies(contract).writable(attributes, json("{'uid':'a1','key':'age','created_at':'2026'}")))
                .isEqualTo(json("{'key':'age'}"));
    }

    @Test
    void theMembersOfAVersionStayWritableAndAreNotOfTheDefinitionItself() {
        JsonNode hero = json("{'uid':'x1','name':'Hero','status':'DRAFT','variants':[]}");

        assertThat(new Bodies(live).writable(experiences, hero)).isEqualTo(json("{'name':'Hero','status':'DRAFT','variants':[]}"));
        assertThat(new Bodies(live).withoutVersion(experiences, hero)).isEqualTo(json("{'name':'Hero'}"));
    }

    @Test
    void aLiteralBodyIsWithoutEscapes() {
        assertThat(new Bodies(contract).literal(attributes, json("{'uid':'a1','key':'age','name':'ref:text/ref:x'}")))
                .isEqualTo(json("{'key':'age','name':'ref:x'}"));
    }

    @Test
    void aReferenceIsAnErrorWhereNoneAreResolved() {
        List<FieldError> errors = new Bodies(contract).references(call(contract, audiences, Operation.create),
                json("{'name':'ref:attribute/age','x':'ref:attrib/age','rules':{'attribute':'age'}}"));

        assertThat(errors).extracting(FieldError::toString).containsExactly(
                "/x \"ref:attrib/age\" is no reference (did you mean \"attribute\"?), which would be ref:attribute/<key>, ref:event/<key>,"
                        + " ref:audience/<name> or ref:experience/<name>; write ref:text/… for a text that begins with ref:",
                "/name refers to attribute \"age\", and create resolves no references; use upsert or a manifest, or send the uid");
        assertThat(new Bodies(contract).references(call(contract, audiences, Operation.create), json("{'rules':{'attribute':'age'}}")))
                .isEmpty();
    }

    @Test
    void aLiteralBodyWithReferencesIsNotCheckedFurther() {
        assertThat(invalid(contract, attributes, Operation.create, "{'key':'ref:event/buy'}")).isEqualTo("REJECTED: /key refers to event"
                + " \"buy\", and create resolves no references; use upsert or a manifest, or send the uid");
    }

    @Test
    void membersOfAVersionAreErrorsWhereNoneIsWritten() {
        String advice = " belongs to a version, which update does not write; use createVersion or updateVersion, or upsert for both";

        assertThat(invalid(live, experiences, Operation.update, "{'name':'Hero','__type':'AB_TEST','variants':[],'status':'DRAFT'}"))
                .startsWith("REJECTED: /status" + advice + "; /variants" + advice);
    }

    @Test
    void aStatusThatTheServiceHasToldIsNoWish() {
        assertThat(invalid(live, experiences, Operation.update,
                "{'uid':'x1','createdAt':'2026','name':'Hero','__type':'AB_TEST','status':'DRAFT','variants':[]}"))
                .startsWith("REJECTED: /variants belongs").doesNotContain("/status belongs");
        assertThat(invalid(live, experiences, Operation.update, "{'uid':'x1','name':'Hero','__type':'AB_TEST','status':'DRAFT'}"))
                .startsWith("REJECTED: /status belongs");
    }

    @Test
    void errorsAreOneFailure() {
        assertThat(Bodies.violation(List.of())).isEmpty();
        assertThat(Bodies.violation(List.of(new FieldError("/a", "is odd"), new FieldError("/b", "is even"))))
                .hasValueSatisfying(failed -> assertThat(failed).hasToString("REJECTED: /a is odd; /b is even")
                        .isInstanceOfSatisfying(Result.Failure.class,
                                failure -> assertThat(failure.problem().fieldErrors()).hasSize(2)));
    }

    @Test
    void withoutChecksAnythingIsValidButReferences() {
        Project unchecked = ScriptedService.contract().project();
        Call create = call(unchecked, attributes, Operation.create);

        assertThat(new Bodies(unchecked).validate(create, json("{}"))).isEmpty();
        assertThat(new Bodies(unchecked).validateDefinition(attributes, json("{}"))).isEmpty();
        assertThat(new Bodies(unchecked).validateLiteral(create, json("{}"))).isEmpty();
        assertThat(new Bodies(unchecked).validateLiteral(create, json("{'x':'ref:event/buy'}"))).isPresent();
    }

    @Test
    void withChecksABodyAndADefinitionAreValidated() {
        assertThat(new Bodies(contract).validate(call(contract, attributes, Operation.create), json("{}"))).isPresent();
        assertThat(new Bodies(contract).validateDefinition(attributes, json("{}"))).isPresent();
    }

    private static String invalid(Project project, Resource resource, Operation operation, String body) {
        return new Bodies(project).validateLiteral(call(project, resource, operation), json(body)).orElseThrow().toString();
    }

    private static Call call(Project project, Resource resource, Operation operation) {
        return project.call(resource, operation);
    }
}
