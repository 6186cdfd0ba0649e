// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.Map;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.transport.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.client.Calls.LIST;
import static io.github.camelpersonalize.client.Calls.json;
import static io.github.camelpersonalize.client.Calls.problems;
import static io.github.camelpersonalize.client.Calls.response;
import static org.assertj.core.api.Assertions.assertThat;

/** Which responses are successes. */
class ResponseReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "application/json;charset=UTF-8", "Application/JSON",
            "application/json ; charset=\"utf-8\"", "application/json; charset = utf-8; x=y", "application/problem+json",
            "application/vnd.x.y-z+json; v=1"})
    void jsonIsASuccess(String type) {
        assertThat(read(response(200, Map.of("content-type", type), "{\"a\": 1}"))).isEqualTo(new Success(200, json("{\"a\": 1}")));
    }

    @Test
    void jsonThatSaysThatItIsNotCompressedToo() {
        assertThat(read(response(200, Map.of("content-type", "application/json", "content-encoding", "identity"), "[]")))
                .isEqualTo(new Success(200, json("[]")));
    }

    @Test
    void nothingIsASuccessWhateverItsType() {
        assertThat(read(response(204, Map.of("content-type", "text/html"), ""))).isEqualTo(new Success(204, MissingNode.getInstance()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html                            | the content type is text/html
            Text/HTML; charset=utf-8             | the content type is text/html
            application/jsonp                    | the content type is application/jsonp
            application/x json                   | the content type is application/x json
            text/json                            | the content type is text/json
            application/json; charset=iso-8859-1 | the charset is not UTF-8
            application/json; charset="utf-16"   | the charset is not UTF-8
            application/json; charset=utf-8x     | the charset is not UTF-8
            ; charset=utf-8                      | the response has no content type
                                                 | the response has no content type
            """)
    void anotherTypeIsNone(String type, String why) {
        Map<String, String> headers = type == null ? Map.of() : Map.of("content-type", type);

        assertThat(refused(response(200, headers, "[]"))).isEqualTo(why);
    }

    @Test
    void whatIsCompressedIsNone() {
        assertThat(refused(response(200, Map.of("content-type", "application/json", "content-encoding", "gzip"), "[]")))
                .isEqualTo("the response is compressed, which was not asked for");
    }

    @Test
    void whatOnlyPretendsToBeJsonIsNone() {
        assertThat(refused(response(200, "{\"a\": 1"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 304, 400, 500})
    void anotherStatusIsNone(int status) {
        Problem problem = read(response(status, "[]")).failure().orElseThrow();

        assertThat(problem.status()).isEqualTo(status);
    }

    private static CallResult read(Response response) {
        return ResponseReader.read(response, problems(LIST));
    }

    private static String refused(Response response) {
        return read(response).failure().orElseThrow().message()
                .replaceAll("^not JSON from service.example \\(status 200\\): (.*); check baseUrl.*", "$1");
    }
}
