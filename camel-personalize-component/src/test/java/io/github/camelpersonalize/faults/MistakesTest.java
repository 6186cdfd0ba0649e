// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.emulator.script.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What a newcomer does wrong, and the whole message that says what is wrong and what to do. */
class MistakesTest extends FaultRoutes {

    private static final String CREDENTIALS = "set exactly one of the options authtoken, accessToken, clientId (with the other OAuth options) or credentials";
    private static final String CHECK_CREDENTIALS = "check authtoken, accessToken, the OAuth options or credentials (on the endpoint or as"
            + " camel.component.personalize.*); it was sent to 127.0.0.1";

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
            events?operation=list&region=aws-ue | events: there is no region "aws-ue" (did you mean "aws-eu"?); use aws-na, aws-eu, aws-au, azure-na, azure-eu, gcp-na, gcp-eu, or set baseUrl
            events?operation=list&dialect=contrakt | events: the option dialect must be one of contract, live; it is "contrakt" (did you mean "contract"?)
            events?operation=upsert&on-conflict=updat | events: the option on-conflict must be one of update, skip, fail; it is "updat" (did you mean "update"?)
            events?operation=upsert&onConflict=updat | events: the option onConflict must be one of update, skip, fail; it is "updat" (did you mean "update"?)
            project?operation=apply&prune=everything | project: the option prune must be one of none, owned, all; it is "everything"
            events?operation=list&maxRetries=many | events: the option maxRetries must be a whole number; it is "many"
            events?operation=list&maxRetries=1.5 | events: the option maxRetries must be a whole number; it is "1.5"
            events?operation=list&requestsPerSecond=fast | events: the option requestsPerSecond must be a number; it is "fast"
            events?operation=list&requestTimeout=soon | events: the option requestTimeout must be a time, such as 1500 (milliseconds), 30s or 2m; it is "soon"
            events?operation=create&validate=ja | events: the option validate must be true or false; it is "ja"
            events?operation=list&proxyHost=gw&proxyPort=1&proxyAuthScheme=socks | events: the option proxyAuthScheme must be one of http, https; it is "socks"
            events?operation=get&key=${header.n} | events: the option key has an expression, which to does not compute; use toD
            """)
    void F98_F101_aWrongOptionIsToldAtStartWithTheNearestRightWord(String uri, String told) {
        if (uri.contains("region=")) {
            component().getConfiguration().setBaseUrl(null);
        }

        assertThat(root(catchThrowable(() -> context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("personalize:" + uri);
            }
        })))).isInstanceOf(IllegalArgumentException.class).hasMessage("personalize:" + told);
        assertNothingWasSent();
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
                        + " of the options authtoken, accessToken, clientId (with the other OAuth options) or credentials on the endpoint or as"
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
    @CsvSource(delimiter = '|', textBlock = """
            authtokn=c4n4ry | there is no option authtokn (did you mean "authtoken"?); the options are
            on-conflict=updat | the option onConflict must be one of update, skip, fail; it is "updat" (did you mean "update"?)
            max-retries=many | the option maxRetries must be a whole number; it is "many"
            retry-timeout=soon | the option retryTimeout must be a time, such as 1500 (milliseconds), 30s or 2m; it is "soon"
            """)
    void F98_aWrongPropertyOfCamelMainIsToldWhenItStarts(String property, String told) throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.component.personalize." + property.split("=")[0], property.split("=")[1]);
        try {
            Throwable thrown = catchThrowable(main::start);

            assertThat(thrown).isNotNull();
            assertThat(root(thrown)).hasMessage("the component personalize: " + told + (told.endsWith(" are") ? " " + options() : ""));
            assertThat(text(thrown)).doesNotContain("c4n4ry");
        } finally {
            main.stop();
        }
    }

    @Test
    void F98_whiteSpaceAroundAPropertyOfCamelMainGoes() throws Exception {
        Main main = new Main();
        Map.of("max-retries", " 3 ", "retry-timeout", "\t30s", "allow-insecure-http", "true\n", "on-conflict", " skip", "region", "aws-eu ")
                .forEach((name, value) -> main.addInitialProperty("camel.component.personalize." + name, value));
        try {
            main.start();
            PersonalizeConfiguration options = main.getCamelContext().getComponent("personalize", PersonalizeComponent.class)
                    .getConfiguration();

            assertThat(options).extracting(PersonalizeConfiguration::getMaxRetries, PersonalizeConfiguration::getRetryTimeout,
                    PersonalizeConfiguration::isAllowInsecureHttp, PersonalizeConfiguration::getOnConflict, PersonalizeConfiguration::getRegion)
                    .containsExactly(3, 30_000L, true, OnConflict.skip, "aws-eu");
        } finally {
            main.stop();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attributes | {"name":"Age","key":"age","data_type":"text"} | attribute "age": /data_type must be one of string, number, boolean, date; it is "text"
            attributes | {"name":"Age","key":"age","data_type":"nubmer"} | attribute "age": /data_type must be one of string, number, boolean, date; it is "nubmer" (did you mean "number"?)
            attributes | {"name":"Age","key":"age","data_type":7} | attribute "age": /data_type must be one of string, number, boolean, date; it is 7
            attributes | {"name":"Age","key":"age","data_type":["date"]} | attribute "age": /data_type must be one of string, number, boolean, date; it is an array
            attributes | {"name":"Age","key":"age","dataType":"number"} | attribute "age": /data_type is missing; rename the member "dataType"
            events | {"Name":"Bought","KEY":"bought"} | event: /name is missing; rename the member "Name"; /key is missing; rename the member "KEY"
            events | {"label":"Bought","id":"bought"} | event: /name is missing; /key is missing
            """)
    void F101_aWrongMemberIsToldWithTheNearestRightOne(String resource, String body, String told) {
        assertThat(rejected(send("personalize:" + resource + "?operation=create", body))).hasMessage(told);
        assertNothingWasSent();
    }

    @Test
    void F101_aRowWithAByteOrderMarkInItsHeaderIsTold() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("\ufeffkey", "bought");
        row.put("name", "Bought");

        assertThat(rejected(send("personalize:events?operation=create", row)))
                .hasMessage(
                        "event: /key is missing; before its name stands a byte order mark, the first character of the file: read the file without it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | the service refused the credential with 401: scripted;
            403 | the credential does not have permission for this (403): scripted; check its permissions and the option projectUid
            """)
    void F101_aRefusedCredentialIsToldWithTheHost(int status, String told) {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(status));

        assertThat(unauthorized(send("personalize:attributes?operation=list", null)).getMessage().replaceFirst("(?i): scripted[^;]*",
                ": scripted"))
                .isEqualTo("attribute: " + told + (status == 401 ? " " + CHECK_CREDENTIALS : ""));
    }

    @Test
    void F101_anAddressWhereNobodyListensIsTold() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            component().getConfiguration().setBaseUrl("http://127.0.0.1:" + socket.getLocalPort());
        }

        assertThat(unavailable(send("personalize:attributes?operation=list", null)))
                .hasMessageStartingWith("attribute: no response from 127.0.0.1: Connect to ").hasMessageContaining("Connection refused");
    }

    @ParameterizedTest
    @CsvSource({"upsrt, ' (did you mean \"upsert\"?)'", "GET ALL, ''"})
    void F101_aWrongOperationInAHeaderIsTold(String operation, String question) {
        Exchange exchange = send("personalize:attributes?operation=list&headerOverrides=operation", null,
                Map.of("CamelPersonalizeOperation", operation));

        assertThat(rejected(exchange))
                .hasMessage("attribute: the header CamelPersonalizeOperation must be one of [list, get, create, update,"
                        + " delete, upsert]; it is \"" + operation + "\"" + question);
    }

    @Test
    void F101_brokenJsonOfAFileIsToldWithLineAndColumn(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"name\": \"Age\",\n \"key\": age}");

        assertThat(rejected(send("personalize:attributes?operation=create", file))).hasMessage("attribute: Unrecognized token 'age': was"
                + " expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') at line 2, column 12");
    }

    private String options() {
        return String.join(", ",
                new TreeSet<>(context.getCamelContextExtension().getEndpointUriFactory("personalize").propertyNames()));
    }

    private static Throwable root(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = thrown; next != null; next = next.getCause()) {
            chain.add(next);
        }
        return chain.get(chain.size() - 1);
    }
}
