// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.net.ServerSocket;
import java.util.Locale;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.script.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a newcomer does wrong with addresses, projects and credentials: the whole message says what is wrong and what to do. Certificates are looked at by
 * {@link TlsFaultsTest}.
 */
class AddressMistakesTest extends FaultRoutes {

    private static final String CHECK_CREDENTIALS = "check authtoken, accessToken, the OAuth options or credentials (on the endpoint or as"
            + " camel.component.personalize.*); it was sent to 127.0.0.1";

    @ParameterizedTest
    @CsvSource({"0, ''", "2, '; given up after 3 attempts in WAITED (maxRetries=2)'"})
    void F101_anAddressWhereNobodyListensIsToldWithWhatToCheck(int retries, String givenUp) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        time.stand();

        // Older clients tell the address, too.
        String told = unavailable(list("http://127.0.0.1:" + port + "&maxRetries=" + retries)).getMessage().replace(" [/127.0.0.1]", "");
        assertThat(told)
                .isEqualTo("audience: no response from 127.0.0.1: Connect to http://127.0.0.1:" + port
                        + " failed: Connection refused; check baseUrl, and the proxy and the network up to there"
                        + givenUp.replace("WAITED", time.waited()));
    }

    @Test
    void F101_anUnknownHost() {
        assertThat(unavailable(list("https://nowhere.invalid"))).hasMessage("audience: no response from nowhere.invalid:"
                + " its name cannot be resolved; check baseUrl, and the proxy and the network up to there");
    }

    @Test
    void F98_anAddressWithoutTlsThatIsNotThisMachine() {
        assertThat(startFailure("personalize:audiences?operation=list&baseUrl=http://gateway.example.com"))
                .hasMessage("personalize:audiences: the option baseUrl must be https:// for a host other than this machine, because the"
                        + " credential travels with each request; allowInsecureHttp=true allows it all the same");
    }

    @Test
    void F103_tlsToAPortWithoutIt() {
        assertThat(misconfigured(list(emulator().baseUrl().replace("http:", "https:"))))
                .hasMessage("audience: no response from 127.0.0.1: it does not speak TLS at this port; check baseUrl and"
                        + " sslContextParameters");
    }

    @Test
    void F102_aWrongPathInTheAddress() {
        assertThat(misconfigured(list(emulator().baseUrl() + "/v9")))
                .hasMessage("audience: 127.0.0.1 does not serve GET /audiences of this project (404): There is nothing at /v9/audiences;"
                        + " check baseUrl, region and the option projectUid");
    }

    @Test
    void F102_aCollectionThatTheServiceDoesNotServe() {
        emulator().script(Script.on("GET", "/events").thenStatuses(404).forEver());

        assertThat(misconfigured(send("personalize:events?operation=list", null)))
                .hasMessage("event: 127.0.0.1 does not serve GET /events of this project (404): Scripted answer; check baseUrl, region and"
                        + " the option projectUid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CONTRACT | audience: 127.0.0.1 does not serve GET /audiences of this project (404): There is no project with the uid 'p2'; check baseUrl, region and the option projectUid
            LIVE     | audience: 127.0.0.1 does not serve GET /audiences of this project (404): There is no project with the uid p2; check baseUrl, region and the option projectUid
            """)
    void F102_aProjectThatTheOrganizationDoesNotHave(Personality personality, String told) {
        try (PersonalizeEmulator strict = PersonalizeEmulator
                .start(EmulatorOptions.defaults().rateLimit(0).strictProjects(true).personality(personality))) {
            assertThat(list(strict.baseUrl() + "&projectUid=p2&dialect=" + personality.name().toLowerCase(Locale.ROOT)).getException())
                    .hasMessage(told);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uid=nope | attribute: has no definition with uid nope in project "p1"
            key=agee | attribute "agee": does not exist in project "p1"
            """)
    void aRecordThatTheProjectDoesNotHave(String target, String told) {
        assertThat(rejected(send("personalize:attributes?operation=get&" + target, null))).hasMessage(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | the service refused the credential with 401: Scripted answer; CHECK
            403 | the credential does not have permission for this (403): Scripted answer; check its permissions and the option projectUid
            """)
    void F101_aRefusedCredentialIsToldWithWhatToCheck(int status, String told) {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(status));

        assertThat(unauthorized(send("personalize:attributes?operation=list", null)))
                .hasMessage("attribute: " + told.replace("CHECK", CHECK_CREDENTIALS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | the organization's rate limit is used up (429): Scripted answer; given up after 4 attempts in WAITED (maxRetries=3)
            421 | the service did not accept the request (421): Scripted answer; given up after 4 attempts in WAITED (maxRetries=3)
            503 | the service failed with 503: Scripted answer; given up after 4 attempts in WAITED (maxRetries=3)
            """)
    void whoeverIsRefusedForEverIsToldForHowLong(int status, String told) {
        emulator().script(Script.on("POST", "/attributes").thenStatuses(status).forEver());
        time.stand();

        assertThat(unavailable(send("personalize:attributes?operation=create&maxRetries=3", age())))
                .hasMessage("attribute \"age\": " + told.replace("WAITED", time.waited()));
    }

    private Exchange list(String baseUrl) {
        return send("personalize:audiences?operation=list&baseUrl=" + baseUrl, null);
    }
}
