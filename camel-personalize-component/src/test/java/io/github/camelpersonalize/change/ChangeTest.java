// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.change.Change.Type;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static org.assertj.core.api.Assertions.assertThat;

class ChangeTest {

    private static final JsonNode AGE = Json.read("{\"uid\": \"a1\", \"created_at\": \"2026\", \"key\": \"age\", \"name\": \"Age\"}");
    private static final JsonNode ALTER = Json.read("{\"uid\": \"a1\", \"created_at\": \"2027\", \"key\": \"age\", \"name\": \"Alter\"}");

    @Test
    void aTypeIsNamedInAnyCase() {
        assertThat(Type.named("Updated")).contains(Type.UPDATED);
        assertThat(Type.named("DELETED")).contains(Type.DELETED);
        assertThat(Type.named("created")).contains(Type.CREATED);
        assertThat(Type.named("renamed")).isEmpty();
    }

    @Test
    void aCreationIsShownWithAllMembersThatPeopleWrite() {
        assertThat(Change.created(attributes, "a1", AGE).text(Dialect.CONTRACT))
                .hasToString("+ attribute \"age\" (a1)\n    + name: \"Age\"\n");
    }

    @Test
    void anUpdateIsShownWithWhatItChanges() {
        assertThat(Change.updated(attributes, "a1", ALTER, AGE).text(Dialect.CONTRACT))
                .hasToString("~ attribute \"age\" (a1)\n    ~ name: \"Age\" -> \"Alter\"\n");
    }

    @Test
    void aDeletionIsShownWithWhatIsGone() {
        assertThat(Change.deleted(attributes, "a1", AGE).text(Dialect.CONTRACT))
                .hasToString("- attribute \"age\" (a1)\n    - name: \"Age\"\n");
    }

    @Test
    void aDefinitionWithoutItsKeyIsNamedByItsUid() {
        Change change = Change.deleted(attributes, "a1", Json.read("{\"uid\": \"a1\"}"));

        assertThat(change).hasToString("DELETED attribute \"a1\"");
        assertThat(change.text(Dialect.CONTRACT)).hasToString("- attribute \"a1\" (a1)\n");
    }
}
