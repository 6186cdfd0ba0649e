// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.client.ErrorReader.ErrorText;
import io.github.camelpersonalize.text.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.client.Calls.SECRET;
import static io.github.camelpersonalize.client.Calls.response;
import static org.assertj.core.api.Assertions.assertThat;

/** What an error response says, and where its code stands. */
class ErrorReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"message": "No.", "status": 400}                                   |                   | No
            {"message": "Wait..."}                                              |                   | Wait...
            {"message": "No", "code": 119}                                      | 119               | No
            {"message": "No", "error_code": "E1"}                               | E1                | No
            {"message": "No", "code": null, "error_code": 5}                    | 5                 | No
            {"message": "No", "code": {"a": 1}}                                 |                   | No
            {"message": "No", "error": "Bad Request"}                           |                   | No
            {"error_message": "First", "message": "Second", "error": "Third"}   |                   | First
            {"error_message": "  ", "message": "Second"}                        |                   | Second
            {"error_message": {}, "error": {"why": "x"}}                        |                   | {"why":"x"}
            {"error": "Only this"}                                              |                   | Only this
            {"errors": ["One", "Two"]}                                          |                   | ["One","Two"]
            {"errors": "One"}                                                   |                   | One
            {"errors": [], "x": 1}                                              |                   | {"errors":[],"x":1}
            {"errors": {"name": "is long"}}                                     |                   | /name is long
            {"message": "No.", "errors": {"name": "is long"}}                   |                   | No; /name is long
            {"errors": {"name": ["is long", "is odd"]}}                         |                   | /name is long; /name is odd
            {"errors": {"name": [{"message": "is long", "rule": "max"}]}}       |                   | /name is long
            {"errors": {"name": {"max": "is long", "odd": "is odd"}}}           |                   | /name is long, is odd
            {"errors": {"name": {"max": 3}}}                                    |                   | /name {"max":3}
            {"errors": {"name": {}}}                                            |                   | /name {}
            {"errors": {"a/b": "is long"}}                                      |                   | /a~1b is long
            {"error": "personalize.A.X", "message": "No."}                      | personalize.A.X   | No (personalize.A.X)
            {"error": "personalization.A.X", "message": "No."}                  | personalization.A.X | No (personalization.A.X)
            {"error": "NO_SUCH", "message": "No."}                              | NO_SUCH           | No (NO_SUCH)
            {"error": "NO_SUCH"}                                                | NO_SUCH           | NO_SUCH
            {"error": "NO", "message": "No."}                                   |                   | No
            {"errors": {"a": "personalize.B.Y"}, "x": "personalize.A.X"}        | personalize.B.Y   | /a personalize.B.Y
            {"x": ["personalize.A.X"], "message": "No."}                        | personalize.A.X   | No (personalize.A.X)
            {"x": "unpersonalize.A.X", "message": "No."}                        |                   | No
            {"code": "personalize.A.X"}                                         | personalize.A.X   | {"code":"personalize.A.X"}
            "No."                                                               |                   | No
            not JSON, but personalize.A.X                                       | personalize.A.X   | not JSON, but personalize.A.X
            <html><h1>502 Bad Gateway</h1></html>                               |                   | 502 Bad Gateway
            {}                                                                  |                   | {}
            """)
    void theTextAndTheCodeAreFoundWhateverTheShape(String body, String code, String text) {
        ErrorText error = read(body);

        assertThat(error.text()).isEqualTo(text);
        assertThat(error.code()).isEqualTo(code);
    }

    @Test
    void anEmptyResponseSaysNothing() {
        assertThat(read("").text()).isEmpty();
    }

    @Test
    void aCompressedResponseIsNotRead() {
        ErrorText error = ErrorReader.read(response(400, Map.of("content-encoding", "gzip"), "{\"message\": \"No.\"}"), new SafeText());

        assertThat(error).isEqualTo(new ErrorText("", null, List.of()));
    }

    @Test
    void eachFaultOfAMemberIsAnErrorOfItsOwn() {
        assertThat(read("{\"errors\": {\"name\": [\"is long\", \"is odd\"], \"key\": \"is taken\"}}").fieldErrors()).containsExactly(
                new FieldError("/name", "is long"), new FieldError("/name", "is odd"), new FieldError("/key", "is taken"));
    }

    @ParameterizedTest
    @CsvSource({"5, '/m1 no; /m2 no; /m3 no; /m4 no; /m5 no'", "6, '/m1 no; /m2 no; /m3 no; /m4 no; /m5 no; and 1 more'",
            "60, '/m1 no; /m2 no; /m3 no; /m4 no; /m5 no; and 45 more'"})
    void ofManyFaults50AreKeptAnd5Told(int faults, String text) {
        String members = IntStream.rangeClosed(1, faults).mapToObj(i -> "\"m" + i + "\": \"no\"").collect(Collectors.joining(", "));

        ErrorText error = read("{\"errors\": {" + members + "}}");

        assertThat(error.fieldErrors()).hasSize(Math.min(faults, 50));
        assertThat(error.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"message\": \"No, %s.\"}", "{\"errors\": {\"name\": \"No, %s\"}}", "{\"errors\": {\"%s\": \"No\"}}",
            "{\"error\": \"No\", \"code\": \"%s\"}", "No %s", "{\"x\": \"%s\"}"})
    void theCredentialIsNotRepeated(String body) {
        assertThat(read(body.formatted(SECRET)).toString()).doesNotContain(SECRET).contains("***");
    }

    private static ErrorText read(String body) {
        return ErrorReader.read(response(400, body), new SafeText(SECRET));
    }
}
