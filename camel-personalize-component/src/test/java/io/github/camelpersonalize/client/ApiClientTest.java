// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.transport.Request;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.client.Calls.CREATE;
import static io.github.camelpersonalize.client.Calls.DELETE;
import static io.github.camelpersonalize.client.Calls.GET_PRIORITY;
import static io.github.camelpersonalize.client.Calls.LIST;
import static io.github.camelpersonalize.client.Calls.LIST_PROJECTS;
import static io.github.camelpersonalize.client.Calls.PROJECT;
import static io.github.camelpersonalize.client.Calls.UPDATE;
import static io.github.camelpersonalize.client.Calls.json;
import static io.github.camelpersonalize.client.Calls.request;
import static io.github.camelpersonalize.client.Calls.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** One request and its response. */
class ApiClientTest {

    private static final ProjectId OF_A_MESSAGE = PROJECT.withUid("p2");

    private final ScriptedService service = new ScriptedService();

    @Test
    void aCallWithoutBodyIsSentWithTheseHeaders() {
        assertThat(service.client().send(request(LIST), 1)).isEqualTo(new Success(200, json("[]")));

        Request sent = service.requests.get(0);
        assertThat(sent).hasToString("GET https://service.example/v1/attributes");
        assertThat(sent.headers()).isEqualTo(Map.of("authtoken", Calls.SECRET, "x-project-uid", "p1", "accept", "application/json",
                "user-agent", UserAgent.VALUE));
        assertThat(sent.body()).isNull();
    }

    @Test
    void aCallWithBodyIsSentAsJson() {
        service.client().send(request(UPDATE), 1);

        Request sent = service.requests.get(0);
        assertThat(sent).hasToString("PUT https://service.example/v1/attributes/a1");
        assertThat(sent.headers()).isEqualTo(Map.of("authtoken", Calls.SECRET, "x-project-uid", "p1", "accept", "application/json",
                "content-type", "application/json", "user-agent", UserAgent.VALUE));
        assertThat(sent.body()).isEqualTo("{\"key\":\"age\"}".getBytes(UTF_8));
    }

    @Test
    void theUserAgentIsTheComponentWithItsVersion() {
        assertThat(UserAgent.VALUE).matches("camel-personalize/\\d+\\.\\d+\\.\\d+\\S*");
    }

    @Test
    void theHeadersAreThoseOfTheRequestWhateverTheOneBeforeHad() {
        ApiClient client = service.client();
        for (Call call : List.of(LIST, UPDATE, LIST_PROJECTS, LIST, LIST)) {
            client.send(request(call), 1);
        }
        client.send(request(LIST, OF_A_MESSAGE, new StopSignal()), 1);

        assertThat(service.requests).extracting(sent -> sent.headers().get("content-type")).containsExactly(null, "application/json", null,
                null, null, null);
        assertThat(service.requests).extracting(sent -> sent.headers().get("x-project-uid")).containsExactly("p1", "p1", null, "p1", "p1",
                "p2");
        assertThat(service.requests).extracting(sent -> sent.headers().get("organization_uid")).containsExactly(null, null, "p1", null,
                null, null);
    }

    @Test
    void anErrorIsAProblem() {
        service.then(503, "{\"message\": \"Down.\"}");

        assertThat(service.client().send(request(LIST), 1)).isEqualTo(new CallResult.Failure(new Problem(Category.UNAVAILABLE, 503, null,
                "the service failed with 503: Down", List.of(), Retry.IN_DOUBT)));
    }

    @Test
    void aResponseThatDoesNotComeIsAProblemToo() {
        service.then(request -> {
            throw new SocketException("Connection reset");
        });

        assertThat(problem(service.client().send(request(LIST), 1))).isEqualTo(new Problem(Category.UNAVAILABLE, 0, null,
                "no response from service.example: Connection reset", List.of(), Retry.IN_DOUBT));
    }

    @Test
    void eachRequestIsCounted() {
        ApiRequest request = request(LIST);
        ApiClient client = service.client();
        client.send(request, 1);
        client.send(request, 2);

        assertThat(request.stats().requests()).isEqualTo(2);
    }

    @Test
    void theCredentialIsNotRepeatedFromTheResponse() {
        service.then(400, "{\"message\": \"Who is " + Calls.SECRET + "?\"}");

        assertThat(problem(service.client().send(request(UPDATE), 1)).message())
                .isEqualTo("the service refused it with 400: Who is ***?");
    }

    @Test
    void whatIsStoppedSendsNothing() {
        StopSignal stop = new StopSignal();
        stop.give();

        assertThat(problem(service.client().send(request(LIST, PROJECT, stop), 1))).isEqualTo(Problem.STOPPING);
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void whatIsStoppedWhileItWaitsForAPermitSendsNothing() {
        StopSignal stop = new StopSignal();
        service.limiter.refused(Optional.of(Duration.ofSeconds(5)));
        service.time.duringNextSleep(stop::give);

        assertThat(problem(service.client().send(request(LIST, PROJECT, stop), 1))).isEqualTo(Problem.STOPPING);
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void theWaitForAPermitIsCounted() {
        service.limiter.refused(Optional.of(Duration.ofSeconds(5)));
        ApiRequest request = request(LIST);

        service.client().send(request, 1);

        assertThat(service.calls()).hasSize(1);
        assertThat(request.stats().waited()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
    }

    @Test
    void aPermitThatIsThereIsNoWait() {
        ApiRequest request = request(LIST);

        service.client().send(request, 1);

        assertThat(request.stats().waited()).isZero();
    }

    @Test
    void aRefusalAsTooManyPausesAllRequests() {
        service.then(sent -> response(429, Map.of("retry-after", "30"), ""));
        ApiRequest request = request(LIST);

        assertThat(problem(service.client().send(request, 1)).retry())
                .isEqualTo(new Retry(true, false, Optional.of(Duration.ofSeconds(30))));

        assertThat(request.stats().rateLimitedRequests()).isEqualTo(1);
        assertThat(service.limiter.pause()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));
    }

    @Test
    void aPauseLongerThanTheCallMayTakeIsNotWaitedFor() {
        service.limiter.refused(Optional.of(Duration.ofSeconds(300)));

        assertThat(problem(service.client().send(request(LIST), 1)).message()).matches("not sent, because the service asked to wait another"
                + " 30[0-2] s, which is more than 120 s \\(the longer of retryTimeout and requestTimeout\\)");
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void aCallMayTakeTheLongerOfBothTimes() {
        service.limiter.refused(Optional.of(Duration.ofSeconds(50)));
        ApiRequest brief = new ApiRequest(LIST, request(LIST).address(), null, PROJECT, Duration.ofSeconds(1), CallStats.whole(),
                new StopSignal());

        assertThat(service.client().send(brief, 1).failure()).isEmpty();
    }

    @Test
    void theLimitThatAResponseNamesCounts() {
        service.then(sent -> response(200, Map.of("content-type", "application/json", "x-ratelimit-limit", "4"), "[]"));

        service.client().send(request(LIST), 1);

        assertThat(service.limiter.ceiling()).isEqualTo(4);
    }

    @Test
    void aProjectThatAMessageHasChosenAndThatIsNotThereIsTheMessagesFault() {
        service.then(404, "{\"message\": \"No project.\"}").then(403, "{\"message\": \"Not yours.\"}");
        ApiClient client = service.client();

        assertThat(problem(client.send(request(LIST, OF_A_MESSAGE, new StopSignal()), 1))).isEqualTo(new Problem(Category.REJECTED, 404,
                null, "service.example does not serve GET /attributes of this project (404): No project; check baseUrl, region and the"
                        + " option projectUid; the message has chosen the project",
                List.of(), Retry.USELESS));
        assertThat(problem(client.send(request(LIST, OF_A_MESSAGE, new StopSignal()), 1))).isEqualTo(new Problem(Category.REJECTED, 403,
                null, "the credential does not have permission for this (403): Not yours; check its permissions and the option projectUid;"
                        + " the message has chosen the project",
                List.of(), Retry.USELESS));
    }

    @Test
    void allElseIsNot() {
        service.then(503, "").then(401, "");
        ApiClient client = service.client();

        assertThat(problem(client.send(request(LIST, OF_A_MESSAGE, new StopSignal()), 1)).category()).isEqualTo(Category.UNAVAILABLE);
        assertThat(problem(client.send(request(LIST, OF_A_MESSAGE, new StopSignal()), 1)).category()).isEqualTo(Category.UNAUTHORIZED);
    }

    @Test
    void definitionsHaveTheirUidWhereverTheDialectHasIt() {
        service.then(200, "[{\"_id\": \"a1\", \"key\": \"age\"}]");

        CallResult result = service.client(Dialect.LIVE, Credentials.authtoken(Calls.SECRET))
                .send(request(Dialect.LIVE.call(LIST.resource(), LIST.operation()).orElseThrow()), 1);

        assertThat(result).isEqualTo(new Success(200, json("[{\"key\": \"age\", \"uid\": \"a1\"}]")));
    }

    @Test
    void aResponseOfAnotherDialectIsTold() {
        service.then(200, "[{\"uid\": \"a1\", \"__type\": \"CUSTOM\"}]").then(404, "");
        ApiRequest list = request(LIST);
        ApiRequest priority = request(GET_PRIORITY);
        ApiClient client = service.client();
        client.send(list, 1);
        client.send(priority, 1);

        String hint = ", as in the dialect live; if service.example speaks it, set dialect=live instead of contract";
        assertThat(list.stats().otherDialect()).contains("what answers GET /attributes has the member __type" + hint);
        assertThat(priority.stats().otherDialect()).contains("GET /experiences/priority is answered with 404" + hint);
    }

    @Test
    void butNotOfAProjectThatAMessageHasChosen() {
        service.then(200, "[{\"uid\": \"a1\", \"__type\": \"CUSTOM\"}]");
        ApiRequest request = request(LIST, OF_A_MESSAGE, new StopSignal());

        service.client().send(request, 1);

        assertThat(request.stats().otherDialect()).isEmpty();
    }

    @Test
    void anAddressThatDiffersIsMadeForEachCall() {
        ApiClient client = service.client();
        client.send(request(DELETE), 1);
        client.send(request(CREATE), 1);
        client.send(request(LIST), 1);
        client.send(request(LIST), 1);

        assertThat(service.calls()).containsExactly("DELETE https://service.example/v1/attributes/a1",
                "POST https://service.example/v1/attributes", "GET https://service.example/v1/attributes",
                "GET https://service.example/v1/attributes");
    }

    private static Problem problem(CallResult result) {
        return result.failure().orElseThrow();
    }
}
