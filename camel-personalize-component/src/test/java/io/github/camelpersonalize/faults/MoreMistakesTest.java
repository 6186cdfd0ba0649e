// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.PersonalizeConfigurationException;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What a newcomer does wrong with messages, references, addresses and manifests, and the whole message that says what to do. */
class MoreMistakesTest extends FaultRoutes {

    private static final String FORMS = "which would be ref:attribute/<key>, ref:event/<key>, ref:audience/<name> or ref:experience/<name>;"
            + " write ref:text/… for a text that begins with ref:";
    private static final String MEMBERS = "the members are attributes, events, audiences, experiences, priority and onConflict";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ref:atribute/age   | ` (did you mean "attribute"?)`
            ref:attributes/age | ` (did you mean "attribute"?)`
            ref:Audience/Gold  | ` (did you mean "audience"?)`
            ref:age            | ``
            ref:               | ``
            """)
    void F101_aMistypedReferenceIsRejectedForGoodAndToldWithTheNearestKind(String reference, String question) {
        Exchange sent = send("personalize:audiences?operation=upsert", audience(reference));

        assertThat(sent.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessage(
                "audience \"Adults\": /rules/attribute \"" + reference + "\" is no reference" + question + ", " + FORMS);
    }

    @Test
    void aReferenceToNothingWaitsForIt() {
        assertThat(send("personalize:audiences?operation=upsert", audience("ref:attribute/aged")).getException())
                .isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("audience \"Adults\": /rules/attribute refers to attribute \"aged\", which does not exist");
    }

    @Test
    void yamlWhereADefinitionIsExpectedIsNoJson() {
        assertThat(send("personalize:attributes?operation=upsert", "key: age\nname: Age\n").getException())
                .isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage(
                        "attribute: Unrecognized token 'key': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or"
                                + " 'false') at line 1, column 4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uid=nope | attribute: has no definition with uid nope in project "p1"
            key=agee | attribute "agee": does not exist in project "p1"
            """)
    void aRecordThatTheProjectDoesNotHave(String target, String told) {
        assertThat(send("personalize:attributes?operation=get&" + target, null).getException())
                .isInstanceOf(PersonalizeRejectedException.class).hasMessage(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                |                     | ''
            {}                | &prune=owned        | project: the manifest names no definition, and prune=owned would delete all definitions that it does not contain; add at least one definition, or set prune=none
            ''                |                     | project: line 1, column 1: the document is empty
            {"atributes": []} |                     | project: line 1, column 2: /atributes is not a member of a manifest (did you mean "attributes"?); MEMBERS
            {"tags": []}      |                     | project: line 1, column 2: /tags is not a member of a manifest; MEMBERS
            """)
    void anEmptyManifestOrOneWithAMistypedMember(String manifest, String options, String told) {
        Exchange sent = send("personalize:project?operation=apply" + (options == null ? "" : options), manifest);

        assertThat(Stream.ofNullable(sent.getException()).map(Throwable::getMessage)).isEqualTo(
                Stream.of(told.replace("MEMBERS", MEMBERS)).filter(text -> !text.isEmpty()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            get  | CamelPersonalizeUid        | a b | the header CamelPersonalizeUid is not legal: a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots
            list&headerOverrides=projectUid | CamelPersonalizeProjectUid | a b | the header CamelPersonalizeProjectUid is not legal: 1 to 128 visible ASCII characters without spaces
            get  | CamelPersonalizeKeys       | age | no attribute is named: set the header CamelPersonalizeUid or CamelPersonalizeKey, the option uid or key, or send a body with a uid or key (the message has no body)
            """)
    void aBadOrMisspeltHeader(String operation, String header, String value, String told) {
        Exchange sent = send("personalize:attributes?operation=" + operation, null, Map.of(header, value));

        assertThat(sent.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessage("attribute: " + told);
        assertThat(calls()).isEmpty();
    }

    @Test
    void tooManyRequestsForEver() {
        emulator().script(Script.on("POST", "/attributes").thenStatuses(429).forEver());
        time.stand();

        assertThat(send("personalize:attributes?operation=create&maxRetries=3", """
                {"key": "x", "name": "X", "data_type": "string"}""").getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage(
                        "attribute \"x\": the organization's rate limit is used up (429): Scripted answer; given up after 4 attempts in "
                                + time.waited() + " (maxRetries=3)");
    }

    @Test
    void anUnknownHost() {
        assertThat(list("https://nowhere.invalid").getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("audience: no response from nowhere.invalid: its name cannot be resolved");
    }

    @Test
    void anAddressWithoutTlsThatIsNotThisMachine() {
        Throwable refused = catchThrowable(() -> list("http://gateway.example.com"));

        assertThat(refused).rootCause().hasMessage("personalize:audiences: the option baseUrl must be https:// for a host other than this"
                + " machine, because the credential travels with each request; allowInsecureHttp=true allows it all the same");
    }

    @Test
    void tlsToAPortWithoutIt() {
        assertThat(list(emulator().baseUrl().replace("http:", "https:")).getException())
                .isInstanceOf(PersonalizeConfigurationException.class)
                .hasMessage("audience: no response from 127.0.0.1: it does not speak TLS at this port; check baseUrl and"
                        + " sslContextParameters");
    }

    @Test
    void aWrongPathInTheAddress() {
        assertThat(list(emulator().baseUrl() + "/v9").getException()).isInstanceOf(PersonalizeConfigurationException.class)
                .hasMessage("audience: 127.0.0.1 does not serve GET /audiences of this project (404): There is nothing at /v9/audiences;"
                        + " check baseUrl, region and the option projectUid");
    }

    @Test
    void aCollectionThatTheServiceDoesNotServe() {
        emulator().script(Script.on("GET", "/events").thenStatuses(404).forEver());

        assertThat(send("personalize:events?operation=list", null).getException()).isInstanceOf(PersonalizeConfigurationException.class)
                .hasMessage("event: 127.0.0.1 does not serve GET /events of this project (404): Scripted answer; check baseUrl, region and"
                        + " the option projectUid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2147483647", "+7"})
    void aNumberThatAnOptionCanHoldIsNoMistake(String number) {
        assertThat(send("personalize:project?operation=plan&maxDeletes=" + number, "{}").getException()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "99999999999", "0x10"})
    void aNumberThatItCannotHoldIsToldAtStart(String number) {
        assertThat(catchThrowable(() -> send("personalize:project?operation=plan&maxDeletes=" + number, "{}"))).rootCause()
                .hasMessage("personalize:project: the option maxDeletes must be a whole number; it is \"" + number + "\"");
    }

    private Exchange list(String baseUrl) {
        return send("personalize:audiences?operation=list&maxRetries=0&baseUrl=" + baseUrl, null);
    }

    private static String audience(String attribute) {
        return "{\"name\": \"Adults\", \"rules\": {\"attribute\": \"%s\"}}".formatted(attribute);
    }
}
