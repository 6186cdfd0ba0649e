// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.LiveRoutes;
import io.github.camelpersonalize.PersonalizeAuthException;
import io.github.camelpersonalize.PersonalizeConfigurationException;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.RecordingServer;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Errors of the service at the regions' host names: the code is found wherever it stands, and each that is known comes with what to do. */
class LiveErrorsTest extends LiveRoutes {

    private static final String EXPERIENCE = "6710d0d1d2d3d4d5d6d7d8d9";
    private static final String BANNER = "{\"name\": \"Banner\", \"__type\": \"SEGMENTED\"}";
    private static final String UPDATE = "personalize:experiences?operation=update&uid=" + EXPERIENCE;
    private static final String REFUSED = "experience \"Banner\": the service refused it with 400";
    private static final String LOCKED = "personalize.EXPERIENCES.VERSIONS.CANNOT_UPDATE_LOCKED_VERSION";
    private static final String LOCKED_ADVICE = "; a version that was activated does not change: put the change into a new draft, and activate that";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '>', value = {
            "{\"error\": \"" + LOCKED + "\", \"message\": \"It is locked.\"} > It is locked (" + LOCKED + ")",
            "{\"error\": \"" + LOCKED + "\"} > " + LOCKED,
            "{\"message\": \"" + LOCKED + "\"} > " + LOCKED,
            "{\"error_message\": \"It is locked: " + LOCKED + ".\", \"error_code\": 119} > It is locked: " + LOCKED,
            "{\"errors\": {\"version\": \"" + LOCKED + "\"}} > /version " + LOCKED,
            "{\"errors\": {\"version\": [\"" + LOCKED + "\"]}} > /version " + LOCKED,
            "{\"errors\": {\"version\": {\"locked\": \"" + LOCKED + "\"}}} > /version " + LOCKED,
            "{\"errors\": {\"version\": [{\"code\": \"" + LOCKED + "\", \"message\": \"is locked\"}]}} > /version is locked (" + LOCKED
                    + ")",
            "{\"why\": [{\"code\": \"" + LOCKED + "\"}], \"message\": \"No.\"} > No (" + LOCKED + ")",
            "\"" + LOCKED + "\" > " + LOCKED, "not JSON: " + LOCKED + " > not JSON: " + LOCKED})
    void theCodeIsFoundWhateverTheShapeAndTheTextStillSaysIt(String body, String told) {
        PersonalizeException refused = refused(400, body);

        assertThat(refused).isExactlyInstanceOf(PersonalizeRejectedException.class).hasMessage(REFUSED + ": " + told + LOCKED_ADVICE);
        assertThat(refused.getCode()).isEqualTo("VERSION_LOCKED");
    }

    @Test
    void theSpellingBefore2024IsFoundToo() {
        assertThat(refused(400, "{\"error\": \"" + LOCKED.replace("personalize.", "personalization.") + "\"}").getCode())
                .isEqualTo("VERSION_LOCKED");
    }

    @Test
    void aCodeInErrorGoesBeforeOneBelowErrorsAndThatBeforeAnyOther() {
        assertThat(refused(400, """
                {"x": "personalize.A.X", "errors": {"name": "personalize.B.Y"}, "error": "personalize.C.Z"}""").getCode())
                .isEqualTo("personalize.C.Z");
        assertThat(refused(400, """
                {"x": "personalize.A.X", "errors": {"name": "personalize.B.Y"}, "error": "Bad Request"}""").getCode())
                .isEqualTo("personalize.B.Y");
    }

    @Test
    void aCodeThatNobodyKnowsStaysTheServicesOwn() {
        PersonalizeException refused = refused(400, "{\"error\": \"personalize.NEWS.NEVER_SEEN\", \"message\": \"No.\"}");

        assertThat(refused).hasMessage(REFUSED + ": No (personalize.NEWS.NEVER_SEEN)");
        assertThat(refused.getCode()).isEqualTo("personalize.NEWS.NEVER_SEEN");
    }

    @Test
    void aCodeIsToldOnOneLineAndWithoutTheCredential() {
        PersonalizeException refused = refused(400, "{\"error\": \"new\\u202es\", \"code\": \"a\\nb "
                + emulator().authtoken() + "\", \"message\": \"No.\"}");

        assertThat(refused).hasMessage(REFUSED + ": No");
        assertThat(refused.getCode()).isEqualTo("a b ***");
    }

    @Test
    void faultsOfMembersAreToldOneByOneAsValidatorsListThem() {
        PersonalizeException refused = refused(400, """
                {"errors": {"name": {"isLength": "is long", "isString": "is no text"}, "tags": ["is long", {"deep": {"a": 1}}]}}""");

        assertThat(refused).hasMessage(REFUSED + ": /name is long, is no text; /tags is long; /tags {\"deep\":{\"a\":1}}");
        assertThat(refused.getFieldErrors()).containsExactly(new FieldError("/name", "is long, is no text"),
                new FieldError("/tags", "is long"), new FieldError("/tags", "{\"deep\":{\"a\":1}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXPERIENCES.VERSIONS.CANNOT_CREATE_VERSION_AS_DRAFT_ALREADY_EXISTS | DRAFT_EXISTS | an experience has one draft at most: change it with updateVersion, or delete it with deleteVersion first
            EXPERIENCES.VERSIONS.CANNOT_MARK_VERSION_AS_DRAFT | VERSION_STATUS | a version that was activated does not become a draft again: create a new draft
            EXPERIENCES.VERSIONS.CANNOT_DELETE_ONLY_DRAFT | ONLY_VERSION | an experience keeps its only version: delete the experience if that is meant
            X.INSUFFICIENT_VARIANTS_TO_ACTIVATE | TOO_FEW_VARIANTS | a segmented experience needs one variant before it can be activated, an A/B test two
            X.INVALID_STATUS | INVALID | the status that can be sent is DRAFT, ACTIVE or PAUSED
            X.STATUS_REQUIRED | INVALID | send status and all variants: a version is replaced as a whole
            X.VARIANTS_NOT_ARRAY | INVALID | send all variants as a list: a version is replaced as a whole
            X.EMPTY_ARRAY | INVALID | a list needs an item; the message names it where the service does
            X.NOT_VALID_ENUM | INVALID | a word is none of those that are allowed; the message names it where the service does
            X.VARIANTS_REFERRED_LYTICS_AUDIENCE_DOES_NOT_EXIST | AUDIENCE_GONE | remove the audience of Lytics that no longer exists from the variants
            AUDIENCES.RULE_COUNT_EXCEEDED | TOO_MANY_RULES | use fewer rules: 50 an audience, unless the organization's plan allows more
            MISSING_EXPERIENCES | MISSING_EXPERIENCES | an order of priority contains all experiences of the project
            ANY.THING.MISSING_EXPERIENCES | MISSING_EXPERIENCES | an order of priority contains all experiences of the project
            X.SUMMARY_NOT_FOUND | NO_ANALYTICS | there is nothing before a version was activated
            X.TIME_SERIES_ANALYTICS_NOT_FOUND | NO_ANALYTICS | there is nothing before a version was activated
            PROJECTS.DUPLICATE_NAME | DUPLICATE | choose another name
            """)
    void aKnownCodeComesWithWhatToDo(String end, String code, String advice) {
        PersonalizeException refused = refused(400, "{\"error\": \"personalize." + end + "\", \"message\": \"No.\"}");

        assertThat(refused).isExactlyInstanceOf(PersonalizeRejectedException.class)
                .hasMessage(REFUSED + ": No (personalize." + end + "); " + advice);
        assertThat(refused.getCode()).isEqualTo(code);
    }

    @Test
    void aCodeWithoutItsBeginningIsKnownByItsEnd() {
        PersonalizeException refused = refused(400, "{\"error\": \"MISSING_EXPERIENCES\", \"message\": \"No.\"}");

        assertThat(refused)
                .hasMessage(REFUSED + ": No (MISSING_EXPERIENCES); an order of priority contains all experiences of the project");
        assertThat(refused.getCode()).isEqualTo("MISSING_EXPERIENCES");
    }

    @Test
    void aWordThatOnlyEndsLikeAKnownCodeIsAnother() {
        assertThat(refused(400, "{\"error\": \"personalize.X.NOT_EMPTY_ARRAY\"}").getCode()).isEqualTo("personalize.X.NOT_EMPTY_ARRAY");
    }

    @Test
    void theCodeOfANameThatIsTakenIsADuplicateWithoutAWordOfText() {
        emulator().script(Script.on("POST", "/experiences").then(Step.status(400)
                .body("{\"error\": \"personalize.PROJECTS.DUPLICATE_NAME\", \"message\": \"No.\"}")));

        send("personalize:experiences?operation=create", BANNER);

        assertThat(calls()).containsExactly("POST /experiences", "GET /experiences");
    }

    @Test
    void aUidThatIsNoneIsNamed() {
        Exchange exchange = send("personalize:experiences?operation=update&uid=banner-1", BANNER);

        assertThat(exchange.getException()).isExactlyInstanceOf(PersonalizeRejectedException.class).hasMessage(
                "experience \"Banner\": the service refused it with 400: banner-1 is not a valid ObjectId;"
                        + " correct this uid; uids of audiences of Lytics do not belong in a list of other audiences");
        assertThat(((PersonalizeException) exchange.getException()).getCode()).isEqualTo("BAD_UID");
    }

    @Test
    void aPathThatTheServiceDoesNotHaveIsTheConfigurationsFaultAndNotTheRecords() {
        PersonalizeException failed = refused(404,
                "{\"statusCode\": 404, \"message\": \"Cannot PUT /experiences/x\", \"error\": \"Not Found\"}");

        assertThat(failed).isExactlyInstanceOf(PersonalizeConfigurationException.class)
                .hasMessage("experience \"Banner\": the service refused it with 404: Cannot PUT /experiences/x;"
                        + " the service has no such call: check the options dialect and baseUrl");
        assertThat(failed.getCode()).isEqualTo("NO_SUCH_CALL");
    }

    @Test
    void aProjectThatDoesNotExistIsTheConfigurationsFault() {
        PersonalizeException failed = refused(404, "{\"error\": \"personalize.MANIFEST.PROJECT_NOT_FOUND\", \"message\": \"Not found\"}");

        assertThat(failed).isExactlyInstanceOf(PersonalizeConfigurationException.class)
                .hasMessage("experience \"Banner\": the service refused it with 404: Not found (personalize.MANIFEST.PROJECT_NOT_FOUND);"
                        + " check baseUrl, region and the option projectUid");
        assertThat(failed.getCode()).isEqualTo("NO_PROJECT");
    }

    @Test
    void aProjectHeaderThatGotLostIsTheConfigurationsFault() {
        PersonalizeException failed = refused(400, "{\"message\": \"X-Project-Uid is missing\"}");

        assertThat(failed).isExactlyInstanceOf(PersonalizeConfigurationException.class)
                .hasMessage(REFUSED + ": X-Project-Uid is missing; the header was sent: check the option projectUid,"
                        + " and what stands between this machine and the service");
        assertThat(failed.getCode()).isEqualTo("NO_PROJECT");
    }

    @ParameterizedTest
    @CsvSource({"400, Cannot PUT /experiences/x", "422, x-project-uid is missing", "409, personalize.MANIFEST.PROJECT_NOT_FOUND"})
    void whatLooksLikeTheConfigurationsFaultIsTheRecordsWithAnotherStatus(int status, String message) {
        assertThat(refused(status, "{\"message\": \"" + message + "\"}")).isExactlyInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("experience \"Banner\": the service refused it with " + status + ": " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-project-uid", "personalize.MANIFEST.PROJECT_NOT_FOUND", "Cannot GET /attributes"})
    void whatTheServiceOnlyRepeatsOfARecordDoesNotStopTheRoute(String name) {
        for (int status : List.of(400, 404)) {
            emulator().script(Script.on("PUT", "/experiences/" + EXPERIENCE)
                    .then(Step.status(status).body("{\"message\": \"" + name + " is an odd name\"}")));

            Exchange exchange = send(UPDATE, "{\"name\": \"" + name + "\", \"__type\": \"SEGMENTED\"}");

            assertThat(exchange.getException()).isExactlyInstanceOf(PersonalizeRejectedException.class);
        }
    }

    @Test
    void aCredentialThatIsRefusedSaysThatTokensOfStacksDoNotWork() {
        component().getConfiguration().setAuthtoken("cs0123456789");

        assertThat(send(UPDATE, BANNER).getException()).isExactlyInstanceOf(PersonalizeAuthException.class)
                .hasMessage("experience \"Banner\": the service refused the credential with 401:"
                        + " You're not allowed in here unless you're logged in; check authtoken, accessToken, the OAuth options or credentials"
                        + " (on the endpoint or as camel.component.personalize.*); it was sent to 127.0.0.1; a stack's management token does not work here,"
                        + " only the authtoken of a user or OAuth");
    }

    @Test
    void aScopeThatOnlyReadsIsNamedWhenAWriteIsForbidden() {
        assertThat(forbidden("personalize:read").getException()).isExactlyInstanceOf(PersonalizeAuthException.class)
                .hasMessage("experience \"Banner\": the credential does not have permission for this (403): No;"
                        + " check its permissions and the option projectUid; the option scope asks for \"personalize:read\","
                        + " and writing needs personalize:manage");
    }

    @Test
    void aScopeThatOnlyReadsIsNotAccusedWhenAReadIsForbidden() {
        component().getConfiguration().setAuthtoken(null);
        context.getRegistry().bind("app", new Scoped(emulator().authtoken(), "personalize:read"));
        emulator().script(Script.on("GET", "/experiences").then(Step.status(403).body("{\"message\": \"No.\"}")));

        assertThat(send("personalize:experiences?operation=list&credentials=#app", null).getException())
                .hasMessage("experience: the credential does not have permission for this (403): No;"
                        + " check its permissions and the option projectUid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"personalize:manage", "personalize:read personalize:manage", ""})
    void aScopeThatWritesOrIsNotKnownIsNotAccused(String scope) {
        assertThat(forbidden(scope).getException()).isExactlyInstanceOf(PersonalizeAuthException.class)
                .hasMessage("experience \"Banner\": the credential does not have permission for this (403): No;"
                        + " check its permissions and the option projectUid");
    }

    @Test
    void aUidUnderItsOldNameIsReadWhereThereIsNoOther() {
        try (RecordingServer service = new RecordingServer(200, "[{\"_id\": \"" + EXPERIENCE + "\", \"name\": \"Banner\"}]")) {
            Exchange exchange = send("personalize:experiences?operation=get&key=Banner&baseUrl=" + service.baseUrl(), null);

            assertThat(definition(exchange)).containsEntry("uid", EXPERIENCE).doesNotContainKey("_id");
        }
    }

    @Test
    void aUidUnderItsOldNameIsNotReadBesideTheOther() {
        try (RecordingServer service = new RecordingServer(200,
                "[{\"_id\": \"6710d0d1d2d3d4d5d6d7d8da\", \"uid\": \"" + EXPERIENCE + "\", \"name\": \"Banner\"}]")) {
            Exchange exchange = send("personalize:experiences?operation=get&key=Banner&baseUrl=" + service.baseUrl(), null);

            assertThat(definition(exchange)).containsEntry("uid", EXPERIENCE).containsEntry("_id", "6710d0d1d2d3d4d5d6d7d8da");
        }
    }

    private PersonalizeException refused(int status, String body) {
        emulator().script(Script.on("PUT", "/experiences/" + EXPERIENCE).then(Step.status(status).body(body)));
        return (PersonalizeException) send(UPDATE, BANNER).getException();
    }

    private Exchange forbidden(String scope) {
        component().getConfiguration().setAuthtoken(null);
        context.getRegistry().bind("app", new Scoped(emulator().authtoken(), scope));
        emulator().script(Script.on("PUT", "/experiences/" + EXPERIENCE).then(Step.status(403).body("{\"message\": \"No.\"}")));
        return send(UPDATE + "&credentials=#app", BANNER);
    }

    private record Scoped(String token, String name) implements Credentials {

        @Override
        public Header header() {
            return new Header("authtoken", token);
        }

        @Override
        public Optional<String> scope() {
            return Optional.of(name).filter(text -> !text.isEmpty());
        }
    }
}
