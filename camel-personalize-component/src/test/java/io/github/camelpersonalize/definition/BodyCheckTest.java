// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class BodyCheckTest {

    private static final BodyCheck CONTRACT = new BodyCheck(Dialect.CONTRACT);
    private static final BodyCheck LIVE = new BodyCheck(Dialect.LIVE);

    @Test
    void theSchemaIsAskedAndItsErrorsSayWhatIsProbablyMeant() {
        assertThat(validate(Resource.attributes, "{'nmae': 'Age', 'key': '', 'data_type': 'strin'}")).containsExactlyInAnyOrder(
                new FieldError("/name", "is missing; rename the member \"nmae\""),
                new FieldError("/key", "must not be empty"),
                new FieldError("/data_type", "must be one of string, number, boolean, date; it is \"strin\" (did you mean \"string\"?)"));
    }

    @Test
    void unknownMembersAreToldWhereOneIsMissing() {
        assertThat(validate(Resource.attributes, "{'title': 'Age', 'key': 'age', 'data_type': 'string'}"))
                .containsExactly(new FieldError("/name", "is missing; there is instead \"title\""));
    }

    @Test
    void soAreTheRulesThatNoSchemaCanExpress() {
        assertThat(validate(Resource.attributes, "{'name': 'Age', 'key': ' age', 'data_type': 'number'}"))
                .containsExactly(new FieldError("/key", "begins or ends with white space; remove it"));
        assertThat(validate(Resource.audiences, "{'name': 'A', 'rules': {}, 'definition': {}}")).extracting(FieldError::pointer)
                .contains("/definition");
    }

    @Test
    void aDefinitionWithVersionsIsValidatedInItsParts() {
        assertThat(definition("{'name': 'Hero', '__type': 'AB_TEST'}")).isEmpty();
        assertThat(definition("{'name': 'Hero', '__type': 'AB_TEST', 'variants': []}")).isEmpty();
        assertThat(definition("{'name': 'Hero', '__type': 'AB_TEST', 'status': 'PAUSED'}")).isEmpty();
        assertThat(definition("{'name': '', '__type': 'AB_TEST', 'status': 'DRAFTED'}")).extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/name", "/status");
    }

    @Test
    void variantsOfADefinitionHaveNamesOfTheirOwn() {
        assertThat(definition("""
                {'name': 'Hero', '__type': 'AB_TEST', 'variants': [{'__type': 'ABTestVariant', 'name': 'A'},
                 {'__type': 'ABTestVariant', 'name': 'A'}]}""")).containsExactly(
                new FieldError("/variants/1/name", "\"A\" is also the name of /variants/0; rename one of them"));
    }

    @Test
    void whatIsNoObjectIsNoDefinition() {
        assertThat(definition("[]")).extracting(FieldError::pointer).containsExactly("");
        assertThat(CONTRACT.validateDefinition(Resource.audiences, json("{}"))).containsExactly(new FieldError("/name", "is missing"));
    }

    private static List<FieldError> validate(Resource resource, String body) {
        return CONTRACT.validate(Dialect.CONTRACT.call(resource, Operation.create).orElseThrow(), json(body.replace('\'', '"')));
    }

    private static List<FieldError> definition(String experience) {
        return LIVE.validateDefinition(Resource.experiences, json(experience.replace('\'', '"')));
    }
}
