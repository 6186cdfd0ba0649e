// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What a schema does not allow is told by what is expected and what is there. */
class SchemaFaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name        | 5                      | must be a string; it is 5
            name        | null                   | must be a string; it is null
            name        | ["Hero"]               | must be a string; it is an array
            name        | ""                     | must not be empty
            __type      | "AB-TEST"              | must be one of SEGMENTED, AB_TEST; it is "AB-TEST" (did you mean "AB_TEST"?)
            __type      | {}                     | must be one of SEGMENTED, AB_TEST; it is an object
            description | 1.50                   | must be a string; it is 1.50
            tags        | "new"                  | must be an array; it is "new"
            tags        | [1,2,3,4,5,6,7,8,9,0,1]| must have at most 10 items; it has 11
            """)
    void ofAMember(String member, String value, String told) {
        assertThat(experience("{\"" + member + "\": " + value + "}")).contains(new FieldError("/" + member, told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            123456789012345678901234567890123 | must have at most 32 characters; it has 33
            new tag                           | may have only the letters A to Z and a to z, digits, and the characters _ : -
            ``                                | must not be empty
            """)
    void ofAnItem(String tag, String told) {
        assertThat(experience("{\"tags\": [\"ok\", \"" + tag + "\"]}")).containsExactly(new FieldError("/tags/1", told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1     | must be at least 0; it is -1
            100.10 | must be at most 100; it is 100.10
            "50"   | must be a number or null; it is "50"
            """)
    void ofANumber(String percentage, String told) {
        assertThat(errors(Dialect.CONTRACT, Operation.create,
                "{\"name\": \"Hero\", \"type\": \"AB_TEST\", \"variants\": [{\"name\": \"A\", \"traffic_percentage\": " + percentage
                        + "}]}"))
                .contains(new FieldError("/variants/0/traffic_percentage", told));
    }

    @Test
    void ofAListWithAnItemThatIsInItTwice() {
        assertThat(errors(Dialect.CONTRACT, Operation.updatePriority, "{\"priority\": [\"u1\", \"u2\", \"u2\", \"u1\"]}"))
                .containsExactly(new FieldError("/priority", "has the item \"u2\" twice; remove one of them"));
    }

    @Test
    void ofTheWhole() {
        assertThat(errors(Dialect.LIVE, Operation.create, "[]")).containsExactly(new FieldError("", "must be an object; it is an array"));
    }

    private static List<FieldError> experience(String members) {
        ObjectNode body = (ObjectNode) json("{\"name\": \"Hero\", \"__type\": \"AB_TEST\"}");
        body.setAll((ObjectNode) json(members));
        return errors(Dialect.LIVE, Operation.create, body.toString());
    }

    private static List<FieldError> errors(Dialect dialect, Operation operation, String body) {
        return new BodyCheck(dialect).validate(dialect.call(Resource.experiences, operation).orElseThrow(), json(body));
    }
}
