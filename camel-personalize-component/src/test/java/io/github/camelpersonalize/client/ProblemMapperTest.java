// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLHandshakeException;

import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Region;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.client.Calls.CREATE;
import static io.github.camelpersonalize.client.Calls.DELETE;
import static io.github.camelpersonalize.client.Calls.LIST;
import static io.github.camelpersonalize.client.Calls.SECRET;
import static io.github.camelpersonalize.client.Calls.UPDATE;
import static io.github.camelpersonalize.client.Calls.problems;
import static io.github.camelpersonalize.client.Calls.response;
import static org.assertj.core.api.Assertions.assertThat;

/** Whose fault an error response is, whether the same call may succeed a little later, and what to do. */
class ProblemMapperTest {

    private static final String SAID = "{\"message\": \"Said.\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            408 | the service did not accept the request (408): Said    | true
            421 | the service did not accept the request (421): Said    | false
            425 | the service did not accept the request (425): Said    | false
            429 | the organization's rate limit is used up (429): Said  | false
            500 | the service failed with 500: Said                     | true
            502 | the service failed with 502: Said                     | true
            503 | the service failed with 503: Said                     | true
            504 | the service failed with 504: Said                     | true
            """)
    void aPassingFaultIsWorthAnotherAttemptWhenTheServiceSaysSo(int status, String message, boolean inDoubt) {
        Problem problem = problems(CREATE).status(response(status, Map.of("retry-after", "7"), SAID));

        assertThat(problem).isEqualTo(new Problem(Category.UNAVAILABLE, status, null, message, List.of(),
                new Retry(true, inDoubt, Optional.of(Duration.ofSeconds(7)))));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 304, 399, 501, 505, 599})
    void aFaultThatStaysIsWorthNoneAndTheCallMayHaveBeenCarriedOut(int status) {
        assertThat(problems(CREATE).status(response(status, SAID))).isEqualTo(new Problem(Category.UNAVAILABLE, status, null,
                "the service failed with " + status + ": Said", List.of(), Retry.USELESS_IN_DOUBT));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedAndOfItsTargetOnlyTheHostIsTold(int status) {
        Problem problem = problems(LIST).status(response(status, Map.of("location", "https://other.example/login?token=t"), ""));

        assertThat(problem).isEqualTo(new Problem(Category.UNAVAILABLE, status, null,
                "the service responded with " + status + ", a redirect to other.example, which is not followed, because it would carry"
                        + " the credential there; check baseUrl",
                List.of(), Retry.USELESS));
    }

    @Test
    void aRedirectWithoutAHostStaysAtTheHost() {
        assertThat(problems(LIST).status(response(302, Map.of(), "")).message()).contains("a redirect to service.example, ");
        assertThat(problems(LIST).status(response(302, Map.of("location", "/login"), "")).message())
                .contains("a redirect to service.example, ");
        assertThat(problems(LIST).status(response(302, Map.of("location", "https://a b"), "")).message())
                .contains("a redirect to an unreadable address, ");
    }

    @Test
    void aRefusedCredentialIsTheConfigurations() {
        assertThat(problems(LIST).status(response(401, SAID))).isEqualTo(unauthorized(401,
                "the service refused the credential with 401: Said; check authtoken, accessToken, the OAuth options or credentials"
                        + " (on the endpoint or as camel.component.personalize.*); it was sent to service.example"));
    }

    @Test
    void theDialectMayKnowMoreOfCredentials() {
        assertThat(problems(LIST, Dialect.LIVE, Optional.empty()).status(response(401, SAID)).message()).endsWith(
                "it was sent to service.example; a stack's management token does not work here, only the authtoken of a user or OAuth");
    }

    @Test
    void atARegionThePlaceOfTheCredentialMatters() {
        assertThat(new Advice(Dialect.CONTRACT.answers(), Optional.empty()).unauthorized(Region.AWS_EU.baseUrl()))
                .endsWith("it was sent to eu-personalize-api.contentstack.com (region aws-eu), and a credential counts in the region of its"
                        + " organization only");
    }

    @Test
    void aMissingPermissionIsTheConfigurationsToo() {
        assertThat(problems(CREATE).status(response(403, SAID))).isEqualTo(unauthorized(403,
                "the credential does not have permission for this (403): Said; check its permissions and the option projectUid"));
    }

    @Test
    void aScopeThatOnlyReadsIsTheLikelyReasonThatNothingCanBeWritten() {
        String readOnly = "; the option scope asks for \"personalize:read user\", and writing needs personalize:manage";

        assertThat(forbidden(CREATE, "personalize:read user")).endsWith("the option projectUid" + readOnly);
        assertThat(forbidden(DELETE, "personalize:read user")).endsWith("the option projectUid" + readOnly);
        assertThat(forbidden(LIST, "personalize:read user")).endsWith("the option projectUid");
        assertThat(forbidden(CREATE, "personalize:read personalize:manage")).endsWith("the option projectUid");
    }

    @Test
    void aProxyThatAsksForACredentialIsTheConfigurationsToo() {
        assertThat(problems(CREATE).status(response(407, SAID))).isEqualTo(unauthorized(407,
                "the proxy asks for a credential (407): Said; check proxyAuthUsername and proxyAuthPassword"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 410, 413, 422, 451})
    void aRecordIsTheReasonWhenTheRequestHasItsUid(int status) {
        assertThat(problems(UPDATE).status(response(status, SAID))).isEqualTo(
                new Problem(Category.REJECTED, status, null, "the service refused it with " + status + ": Said", List.of(), Retry.USELESS));
        assertThat(problems(DELETE).status(response(status, SAID)).category()).isEqualTo(Category.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({"400, REJECTED", "404, MISCONFIGURED", "405, MISCONFIGURED", "409, REJECTED", "410, MISCONFIGURED", "499, REJECTED"})
    void aRecordInABodyIsTheReasonExceptForAMissingCollection(int status, Category category) {
        assertThat(problems(CREATE).status(response(status, SAID)).category()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | service.example refuses GET /attributes, which contains nothing of a record, with 400: Said
            404 | service.example does not serve GET /attributes of this project (404): Said
            405 | service.example does not serve GET /attributes of this project (405): Said
            410 | service.example does not serve GET /attributes of this project (410): Said
            422 | service.example refuses GET /attributes, which contains nothing of a record, with 422: Said
            """)
    void whatContainsNothingOfARecordIsRefusedForTheConfiguration(int status, String message) {
        assertThat(problems(LIST).status(response(status, SAID))).isEqualTo(new Problem(Category.MISCONFIGURED, status, null,
                message + "; check baseUrl, region and the option projectUid", List.of(), Retry.USELESS));
    }

    @Test
    void anErrorThatTheDialectKnowsComesWithItsCodeAndWhatToDo() {
        assertThat(live(UPDATE, 400, "{\"error\": \"personalize.EXPERIENCES.CANNOT_UPDATE_LOCKED_VERSION\"}")).isEqualTo(new Problem(
                Category.REJECTED, 400, "VERSION_LOCKED",
                "the service refused it with 400: personalize.EXPERIENCES.CANNOT_UPDATE_LOCKED_VERSION; a version that was activated"
                        + " does not change: put the change into a new draft, and activate that",
                List.of(), Retry.USELESS));
    }

    @Test
    void theConfigurationIsAtFaultWhereTheDialectKnowsThatItIs() {
        assertThat(live(UPDATE, 404, "{\"error\": \"PROJECT_NOT_FOUND\"}")).isEqualTo(new Problem(Category.MISCONFIGURED, 404, "NO_PROJECT",
                "the service refused it with 404: PROJECT_NOT_FOUND; check baseUrl, region and the option projectUid", List.of(),
                Retry.USELESS));
        assertThat(live(LIST, 404, "{\"message\": \"Cannot GET /attributes\"}")).isEqualTo(new Problem(Category.MISCONFIGURED, 404,
                "NO_SUCH_CALL", "service.example does not serve GET /attributes of this project (404): Cannot GET /attributes;"
                        + " the service has no such call: check the options dialect and baseUrl",
                List.of(), Retry.USELESS));
    }

    @Test
    void anErrorOfARecordIsNotTheReasonWhereThereIsNone() {
        assertThat(live(LIST, 400, "{\"error\": \"personalize.A.INVALID_STATUS\"}")).isEqualTo(new Problem(Category.MISCONFIGURED, 400,
                "personalize.A.INVALID_STATUS", "service.example refuses GET /attributes, which contains nothing of a record, with 400:"
                        + " personalize.A.INVALID_STATUS; check baseUrl, region and the option projectUid",
                List.of(), Retry.USELESS));
    }

    @Test
    void theFaultsOfMembersAreKept() {
        assertThat(problems(CREATE).status(response(422, "{\"errors\": {\"name\": \"is long\"}}")).fieldErrors())
                .containsExactly(new FieldError("/name", "is long"));
    }

    @Test
    void withoutTextTheStatusSaysItAll() {
        assertThat(problems(CREATE).status(response(500, "")).message()).isEqualTo("the service failed with 500");
    }

    @Test
    void aResponseThatDidNotComeIsTheServicesOrTheConfigurations() {
        assertThat(problems(LIST).exception(new SocketException("Connection reset by " + SECRET))).isEqualTo(unanswered(
                Category.UNAVAILABLE, "Connection reset by ***", Retry.IN_DOUBT));
        assertThat(problems(LIST).exception(new ConnectException("Connection refused"))).isEqualTo(unanswered(Category.UNAVAILABLE,
                "Connection refused; check baseUrl, and the proxy and the network up to there", Retry.SAFE));
        IOException untrusted = new SSLHandshakeException("No appropriate protocol");
        assertThat(problems(LIST).exception(untrusted)).isEqualTo(unanswered(Category.MISCONFIGURED,
                "No appropriate protocol; check baseUrl and sslContextParameters", Retry.USELESS));
    }

    @Test
    void aPageInPlaceOfJsonIsToldWithItsBeginning() {
        assertThat(problems(LIST).notJson(response(200, "<h1>Sign in</h1>" + SECRET), "the content type is text/html"))
                .isEqualTo(new Problem(Category.UNAVAILABLE, 200, null,
                        "not JSON from service.example (status 200): the content type is text/html; check baseUrl and what stands between"
                                + " this machine and the service; it begins: Sign in ***",
                        List.of(), Retry.USELESS_IN_DOUBT));
        assertThat(problems(LIST).notJson(response(200, Map.of("content-encoding", "gzip"), "xyz"), "why").message())
                .endsWith("between this machine and the service");
        assertThat(problems(LIST).notJson(response(200, ""), "why").message()).endsWith("between this machine and the service");
    }

    private static Problem live(Call call, int status, String body) {
        return problems(call, Dialect.LIVE, Optional.empty()).status(response(status, body));
    }

    private static String forbidden(Call call, String scope) {
        return problems(call, Dialect.CONTRACT, Optional.of(scope)).status(response(403, SAID)).message();
    }

    private static Problem unauthorized(int status, String message) {
        return new Problem(Category.UNAUTHORIZED, status, null, message, List.of(), Retry.USELESS);
    }

    private static Problem unanswered(Category category, String why, Retry retry) {
        return new Problem(category, 0, null, "no response from service.example: " + why, List.of(), retry);
    }
}
