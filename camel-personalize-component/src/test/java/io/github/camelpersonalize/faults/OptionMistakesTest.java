// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a newcomer does wrong with the options of an endpoint: the whole message says at start what is wrong and what to do. */
class OptionMistakesTest extends FaultRoutes {

    private static final String CREDENTIALS = "set exactly one of the options authtoken, accessToken, clientId (with the other OAuth options), oauthProfile or"
            + " credentials";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attribute?operation=list | attribute: there is no resource "attribute" (did you mean "attributes"?); use attributes, audiences, events, experiences, geolocation, project
            Audience?operation=list | Audience: there is no resource "Audience" (did you mean "audiences"?); use attributes, audiences, events, experiences, geolocation, project
            segments?operation=list | segments: there is no resource "segments"; use attributes, audiences, events, experiences, geolocation, project
            audiences?operation=upsrt | audiences: there is no operation "upsrt" in the dialect contract (did you mean "upsert"?); use list, get, create, update, delete, upsert
            audiences?operation=lsit | audiences: there is no operation "lsit" in the dialect contract (did you mean "list"?); use list, get, create, update, delete, upsert
            events?operation=update | events: there is no operation "update" in the dialect contract; use list, get, create, upsert; dialect=live has it
            attributes | attributes: the option operation is missing: one of list, get, create, update, delete, upsert; set it on the endpoint or as camel.component.personalize.operation
            attributes?operation= | attributes: the option operation is missing: one of list, get, create, update, delete, upsert; set it on the endpoint or as camel.component.personalize.operation
            events?operation=list&dialect=contrakt | events: the option dialect must be one of contract, live; it is "contrakt" (did you mean "contract"?)
            events?operation=upsert&on-conflict=updat | events: the option on-conflict must be one of update, skip, fail; it is "updat" (did you mean "update"?)
            events?operation=upsert&onConflict=updat | events: the option onConflict must be one of update, skip, fail; it is "updat" (did you mean "update"?)
            project?operation=apply&prune=everything | project: the option prune must be one of none, owned, all; it is "everything"
            events?operation=list&maxRetries=many | events: the option maxRetries must be a whole number; it is "many"
            events?operation=list&maxRetries=1.5 | events: the option maxRetries must be a whole number; it is "1.5"
            project?operation=plan&maxDeletes=2147483648 | project: the option maxDeletes must be a whole number; it is "2147483648"
            project?operation=plan&maxDeletes=99999999999 | project: the option maxDeletes must be a whole number; it is "99999999999"
            project?operation=plan&maxDeletes=0x10 | project: the option maxDeletes must be a whole number; it is "0x10"
            events?operation=list&requestsPerSecond=fast | events: the option requestsPerSecond must be a number; it is "fast"
            events?operation=list&requestTimeout=soon | events: the option requestTimeout must be a time, such as 1500 (milliseconds), 30s or 2m; it is "soon"
            events?operation=create&validate=ja | events: the option validate must be true or false; it is "ja"
            events?operation=list&proxyHost=gw&proxyPort=1&proxyAuthScheme=socks | events: the option proxyAuthScheme must be one of http, https; it is "socks"
            events?operation=get&key=${header.n} | events: the option key has an expression, which to does not compute; use toD
            """)
    void F98_F101_aWrongOptionIsToldAtStartWithTheNearestRightWord(String uri, String told) {
        assertThat(startFailure("personalize:" + uri)).isInstanceOf(IllegalArgumentException.class).hasMessage("personalize:" + told);
        assertNothingWasSent();
    }

    @ParameterizedTest
    @CsvSource({"aws-ue, ' (did you mean \"aws-eu\"?)'", "us, ''"})
    void F101_anUnknownRegionIsToldWithTheNearestRightOne(String region, String question) {
        component().getConfiguration().setBaseUrl(null);

        assertThat(startFailure("personalize:events?operation=list&region=" + region))
                .hasMessage("personalize:events: there is no region \"" + region + "\"" + question
                        + "; use aws-na, aws-eu, aws-au, azure-na, azure-eu, gcp-na, gcp-eu, or set baseUrl");
    }

    @ParameterizedTest
    @CsvSource({"operatoin, operation", "project-uidd, projectUid", "acessToken, accessToken", "ON_CONFLICTS, onConflict"})
    void F101_anUnknownOptionIsToldWithTheNearestRightOne(String option, String meant) {
        assertThat(startFailure("personalize:attributes?operation=list&" + option + "=canary")).hasMessage("personalize:attributes: "
                + "there is no option " + option + " (did you mean \"" + meant + "\"?); the options are " + options());
    }

    @Test
    void F98_noCredentialIsToldAtStart() {
        component().getConfiguration().setAuthtoken(" ");

        assertThat(startFailure("personalize:events?operation=list"))
                .hasMessage("personalize:events: a way to authenticate is missing: set one"
                        + " of the options authtoken, accessToken, clientId (with the other OAuth options), oauthProfile or credentials on the endpoint or as"
                        + " camel.component.personalize.*");
    }

    @ParameterizedTest
    @CsvSource({"authtoken=canary1&accessToken=canary2, authtoken and accessToken",
            "clientSecret=canary1&authtoken=canary2, authtoken and clientId",
            "accessToken=canary1&clientId=canary2, accessToken and clientId"})
    void F98_whichTwoCredentialsAreSetIsTold(String credentials, String told) {
        Throwable refused = startFailure("personalize:events?operation=list&" + credentials);

        assertThat(refused)
                .hasMessage("personalize:events: there is more than one way to authenticate: " + told + " are set; " + CREDENTIALS);
        assertThat(text(refused)).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer canary", "bearer canary", " BEARER  canary"})
    void F98_aTokenWithTheNameOfItsSchemeIsToldAtStart(String token) {
        component().getConfiguration().setAuthtoken(null);
        component().getConfiguration().setAccessToken(token);

        assertThat(startFailure("personalize:events?operation=list")).hasMessage(
                "personalize:events: the option accessToken begins with \"Bearer \", which is no part of the token; leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessToken=can+ary", "authtoken=can+ary", "authtoken=can%20ary"})
    void F98_aTokenThatLosesItsPlusSignInAUriIsToldAtStart(String token) {
        Throwable refused = startFailure("personalize:events?operation=list&" + token);

        assertThat(refused)
                .hasMessage("personalize:events: the option " + token.split("=")[0] + " has a space within the token; in a URI + is"
                        + " read as a space: write RAW(...) around the token, or %2B for +");
        assertThat(text(refused)).doesNotContain("can ary", "can+ary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"projectUid=", "region=&dialect=", "maxRetries=&requestTimeout=%20", "authtoken=&accessToken=%20",
            "prune=&tombstone=",
            "projectUid=%20p1%20"})
    void F98_anEmptyOptionCountsAsNotSetAndWhiteSpaceAroundOneGoes(String options) {
        assertThat(send("personalize:attributes?operation=upsert&" + options, age()).getException()).isNull();

        assertThat(emulator().requests()).isNotEmpty().allSatisfy(request -> assertThat(request.headers().toString()).contains("p1"));
    }

    /** Or else an empty property would mean another target. */
    @Test
    void F98_anEmptyUidIsNoUid() {
        assertThat(startFailure("personalize:attributes?operation=delete&uid=")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("personalize:attributes: the option uid is not legal: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2147483647", "+7"})
    void F98_aNumberThatAnOptionCanHoldIsNoMistake(String number) {
        assertThat(send("personalize:project?operation=plan&maxDeletes=" + number, "{}").getException()).isNull();
    }

    private String options() {
        return String.join(", ",
                new TreeSet<>(context.getCamelContextExtension().getEndpointUriFactory("personalize").propertyNames()));
    }
}
