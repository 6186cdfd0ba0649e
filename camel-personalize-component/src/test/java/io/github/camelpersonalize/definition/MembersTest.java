// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Members that the service sets, that belong to a version, or to another dialect. */
class MembersTest {

    private static final String SET = "is set by the service; leave it out";
    private static final Shape VERSIONED = Dialect.LIVE.shape(Resource.experiences);

    private final ServiceMembers members = new ServiceMembers(Dialect.CONTRACT);

    @Test
    void aManifestHasNoMembersThatTheServiceSets() {
        assertThat(members.validate(Resource.experiences, read("""
                {"uid": "u", "name": "Hero", "status": "DRAFT", "variants": [{"name": "A"}, {"name": "B", "uid": "u"}]}""")))
                .containsExactly(new FieldError("/uid", SET), new FieldError("/status", SET), new FieldError("/variants/1/uid", SET));
        assertThat(members.validate(Resource.experiences, read("{\"name\": \"Hero\", \"variants\": 7}"))).isEmpty();
    }

    @Test
    void theyAreTakenOutOfACopy() {
        ObjectNode whole = read("""
                {"uid": "u", "name": "Hero", "status": "DRAFT", "variants": [{"name": "A", "uid": "u"}, 7]}""");
        ObjectNode same = whole.deepCopy();

        assertThat(members.without(Resource.experiences, whole)).hasToString("{\"name\":\"Hero\",\"variants\":[{\"name\":\"A\"},7]}");
        assertThat(whole).isEqualTo(same);
    }

    @Test
    void aDefinitionHasAHeadAndAVersion() {
        ObjectNode definition = read("{\"name\": \"Hero\", \"status\": \"DRAFT\", \"variants\": [], \"description\": \"D\"}");

        assertThat(Parts.of(definition, VERSIONED)).isEqualTo(
                new Parts(read("{\"name\": \"Hero\", \"description\": \"D\"}"), read("{\"status\": \"DRAFT\", \"variants\": []}")));
        assertThat(Parts.of(definition, Dialect.CONTRACT.shape(Resource.experiences)).head()).isEqualTo(definition);
        assertThat(Parts.of(json("[]"), VERSIONED)).isEqualTo(new Parts(read("{}"), read("{}")));
        assertThat(Parts.hasVersion(definition, VERSIONED)).isTrue();
        assertThat(Parts.hasVersion(read("{\"name\": \"Hero\"}"), VERSIONED)).isFalse();
    }

    @Test
    void aDefinitionIsComposedOfItsHeadAndAVersion() {
        ObjectNode version = read("{\"uid\": \"v\", \"status\": \"ACTIVE\", \"variants\": [{}]}");

        ObjectNode composed = Parts.composed(read("{\"uid\": \"u\", \"status\": \"DRAFT\"}"), version, VERSIONED);
        ((ObjectNode) composed.at("/variants/0")).put("changed", true);

        assertThat(composed).hasToString("{\"uid\":\"u\",\"status\":\"ACTIVE\",\"variants\":[{\"changed\":true}]}");
        assertThat(version).isEqualTo(read("{\"uid\": \"v\", \"status\": \"ACTIVE\", \"variants\": [{}]}"));
    }

    @Test
    void membersOfAnotherDialectAreRefused() {
        assertThat(new MisplacedMembers(Dialect.CONTRACT).validate(Resource.audiences, read("{\"name\": \"A\", \"definition\": {}}")))
                .containsExactly(new FieldError("/definition",
                        "belongs to dialect=live, and the option dialect is contract: write the rules as rules"));
        assertThat(new MisplacedMembers(Dialect.LIVE).validate(Resource.experiences,
                read("{\"type\": \"AB\", \"variants\": [{}, {\"audience_uid\": \"u\"}]}")))
                .extracting(FieldError::pointer).containsExactly("/type", "/variants/1/audience_uid");
        assertThat(new MisplacedMembers(Dialect.LIVE).validate(Resource.projects, read("{\"type\": \"AB\"}"))).isEmpty();
    }

    private static ObjectNode read(String text) {
        return (ObjectNode) json(text);
    }
}
