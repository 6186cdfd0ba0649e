// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

/** Answers with a status of success that are not what the service answers: a sign-in page is no list, and an empty object no definition. */
@BothDialects
class AnswerFaultsTest extends FaultRoutes {

    private static final String CREATE = "personalize:attributes?operation=create";
    private static final String LIST = "personalize:attributes?operation=list";
    private static final String ADVICE = "; check baseUrl and what stands between this machine and the service";
    private static final String RULE = "a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots";

    @ParameterizedTest
    @CsvSource({"text/html, the content type is text/html", "text/html;charset=utf-8, the content type is text/html",
            "text/plain, the content type is text/plain", "application/xml, the content type is application/xml",
            "application/octet-stream, the content type is application/octet-stream", "'', the response has no content type",
            "application/jsonp, the content type is application/jsonp", "application/json;charset=iso-8859-1, the charset is not UTF-8",
            "application/json; charset=\"utf-16\", the charset is not UTF-8", "application/json;charset=utf-8x, the charset is not UTF-8"})
    void F31_anAnswerThatIsNotDeclaredAsJsonIsNoneOfTheServices(String type, String why) {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).header("Content-Type", type).body("[]")));

        PersonalizeUnavailableException failed = unavailable(send(LIST, null));

        assertThat(failed).hasMessage("attribute: not JSON from 127.0.0.1 (status 200): " + why + ADVICE + "; it begins: []");
        assertThat(failed.getStatus()).isEqualTo(200);
        assertThat(failed).hasNoCause();
    }

    @Test
    void F31_aCreateThatIsAnsweredByAPageIsUnknown() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(200).header("Content-Type", "text/html").body("Sign in")));

        PersonalizeUnavailableException failed = unavailable(send(CREATE, age()));

        assertThat(failed).hasMessageStartingWith("attribute \"age\": not JSON from 127.0.0.1 (status 200): the content type is text/html"
                + ADVICE + "; it begins: Sign in");
        assertThat(failed.getOutcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON", "application/json;charset=utf-8", "application/json; charset=\"UTF-8\"",
            "application/json; charset = utf-8",
            "application/problem+json", "application/json; profile=x; charset=utf-8"})
    void F31_everySpellingOfJsonInUtf8IsRead(String type) {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).header("Content-Type", type).body("[]")));

        assertThat(send(LIST, null).getException()).isNull();
    }

    @Test
    void F31_aSignInPageIsToldByItsFirstWordsAndNothingOfTheRestIsKept() {
        String page = "<html><head><style>p {}</style><script>steal('x')</script></head><body><!-- v1 --><p>Sign\nin\u001b[31m</p>"
                + "<p>" + "word ".repeat(2_000) + "the end</p></body></html>";
        emulator().script(Script.on("*", "/**").then(Step.status(200).header("Content-Type", "text/html").body(page)).forEver());

        for (String operation : List.of("list", "get&key=age", "create", "update&uid=a1", "delete&uid=a1", "delete&key=age")) {
            PersonalizeUnavailableException failed = unavailable(send("personalize:attributes?operation=" + operation, age()));

            assertThat(failed.getMessage()).contains("not JSON from 127.0.0.1 (status 200): the content type is text/html" + ADVICE
                    + "; it begins: Sign in\\u001b[31m word word ", "…").hasSizeLessThan(2_000);
            assertThat(text(failed)).doesNotContain("steal", "v1", "the end", "<p>", "\u001b");
        }
    }

    @Test
    void F31_aPageThatIsDeclaredAsJsonIsNotReadEither() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body("<html>Sign in</html>")));

        assertThat(unavailable(send(LIST, null))).hasMessage("attribute: not JSON from 127.0.0.1 (status 200): Unexpected character"
                + " ('<' (code 60)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false') at line 1,"
                + " column 1" + ADVICE + "; it begins: Sign in");
    }

    @Test
    void F31_bytesOfAnotherCharsetAreNotReadWhateverIsDeclared() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body("[]".getBytes(UTF_16))));

        assertThat(unavailable(send(LIST, null))).hasMessageStartingWith(
                "attribute: not JSON from 127.0.0.1 (status 200): the bytes are not valid UTF-8 at offset 0" + ADVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": []", "[] []", "{\"data\": [], \"data\": []}", "{\"data\": NaN}", "\u0000"})
    void F31_jsonThatIsNotCleanIsNotRead(String body) {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body(body)));

        assertThat(unavailable(send(LIST, null))).hasMessageStartingWith("attribute: not JSON from 127.0.0.1 (status 200): ");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void F32_aDeleteNeedsNoWords(int status) {
        emulator().script(Script.on("DELETE", "/attributes/a1").then(Step.status(status)));

        Exchange exchange = send("personalize:attributes?operation=delete&uid=a1", null);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeOutcome", "DELETED")
                .containsEntry("CamelPersonalizeUid", "a1").containsEntry("CamelPersonalizeStatusCode", status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204})
    void F32_aCreateWithoutWordsIsReadBackByItsKeyBeforeItCounts(int status) {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(status).applied().body("")));

        Exchange exchange = send(CREATE, age());

        String uid = emulator().project(PROJECT).attribute("age").get("uid").textValue();
        assertThat(definition(exchange)).containsEntry("uid", uid);
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeOutcome", "CREATED")
                .containsEntry("CamelPersonalizeUid", uid).containsEntry("CamelPersonalizeStatusCode", status)
                .containsEntry("CamelPersonalizeRequestCount", 2);
        assertThat(calls()).containsExactly("POST /attributes", "GET /attributes");
    }

    @Test
    void F32_aCreateWithoutWordsThatCannotBeFoundIsUnknown() {
        emulator().script(Script.on("POST", "/audiences").then(Step.status(204)));

        Exchange exchange = send("personalize:audiences?operation=create", samples.everyone("Adults"));

        PersonalizeUnavailableException failed = unavailable(exchange);
        assertThat(failed)
                .hasMessage("audience \"Adults\": the response (204) has no usable uid, and looking the definition up failed: does not"
                        + " exist in project \"p1\"");
        assertThat(failed.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelPersonalizeUid")
                .containsEntry("CamelPersonalizeOutcome", "UNKNOWN").containsEntry("CamelPersonalizeRequestCount", 2);
        assertThat(exchange.getMessage().getBody()).isEqualTo(samples.everyone("Adults"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void F32_anUpdateWithoutWordsAnswersWhatWasSent(int status) {
        emulator().script(Script.on("PUT", "/attributes/a1").then(Step.status(status)));

        Exchange exchange = send("personalize:attributes?operation=update&uid=a1", age());

        assertThat(definition(exchange))
                .isEqualTo(new ObjectMapper().convertValue(json(samples.attribute("age", "Age", "\"uid\": \"a1\"")), Map.class));
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UPDATED");
        assertThat(calls()).containsExactly("PUT /attributes/a1");
    }

    @Test
    void F32_aNewPriorityWithoutWordsAnswersWhatWasSent() {
        emulator().script(Script.on("PUT", samples.orderPath()).then(Step.status(204)));

        Exchange exchange = send("personalize:experiences?operation=updatePriority&validate=false", samples.order("e1"));

        assertThat(definition(exchange)).containsOnlyKeys(json(samples.order("e1")).fieldNames().next());
    }

    @ParameterizedTest
    @CsvSource({"attributes, list, GET /attributes is not a list of attributes", "experiences, get&uid=e1, GET /experiences/{id} is not",
            "experiences, getPriority, GET {order} is not", "geolocation, listCities, GET /geolocation/cities is not a list"})
    void F32_aReadWithoutWordsIsNoAnswer(String resource, String operation, String told) {
        for (int status : new int[]{200, 204}) {
            emulator().script(Script.on("GET", "/**").then(Step.status(status)));

            assertThat(unavailable(send("personalize:" + resource + "?operation=" + operation, null)))
                    .hasMessageContaining("the response to " + told.replace("{order}", samples.orderPath()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"uid\": null}", "{\"uid\": \"\"}", "{\"uid\": 5}", "{\"uid\": [\"a1\"]}", "{\"uid\": {\"a\": 1}}",
            "{\"uid\": \"../events\"}", "{\"uid\": \"a/b\"}", "{\"uid\": \"%2e%2e\"}", "{\"uid\": \" a1\"}",
            "[]", "\"a1\"", "null"})
    void F33_aCreateThatIsAnsweredWithoutAUsableUidIsReadBackByItsKey(String answer) {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(201).applied().body(answer)));

        Exchange exchange = send(CREATE, age());

        String uid = emulator().project(PROJECT).attribute("age").get("uid").textValue();
        assertThat(definition(exchange)).containsEntry("uid", uid);
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeUid")).isEqualTo(uid);
        assertThat(calls()).containsExactly("POST /attributes", "GET /attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"uid\": \"\"}", "{\"uid\": 5}", "{\"uid\": \"../events\"}"})
    void F33_whenItCannotBeReadBackNoUidIsTold(String answer) {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(201).body(answer)));

        Exchange exchange = send(CREATE, age());

        PersonalizeUnavailableException failed = unavailable(exchange);
        assertThat(failed)
                .hasMessage("attribute \"age\": the response (201) has no usable uid, and looking the definition up failed: does not"
                        + " exist in project \"p1\"");
        assertThat(failed.getStatus()).isEqualTo(201);
        assertThat(failed.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelPersonalizeUid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"uid\": \"../events\", \"key\": \"x\"}", "{\"uid\": 5}", "{}"})
    void F33_anUpdateKeepsTheUidThatWasAddressed(String answer) {
        emulator().script(Script.on("PUT", "/attributes/a1").then(Step.status(200).body(answer)));

        Exchange exchange = send("personalize:attributes?operation=update&uid=a1", age());

        assertThat(definition(exchange)).containsEntry("uid", "a1").containsEntry("key", "age");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeUid")).isEqualTo("a1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"uid\": \"../events\", \"name\": \"E\"}", "{\"uid\": 5, \"name\": \"E\"}"})
    void F33_aDefinitionWithoutAUsableUidIsNotHandedOn(String answer) {
        emulator().script(Script.on("GET", "/experiences/e1").then(Step.status(200).body(answer)));

        Exchange exchange = send("personalize:experiences?operation=get&uid=e1", null);

        assertThat(unavailable(exchange))
                .hasMessage("experience: the response to GET /experiences/{id} has no usable uid (" + RULE + ")");
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelPersonalizeUid");
    }
}
