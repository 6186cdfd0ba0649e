// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.model.Json;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The versions of an experience: listed, created, updated, deleted, activated and paused, with the service's rules and its losses. */
class LiveVersionsTest extends LiveRoutes {

    private static final String HERO = "personalize:experiences?key=Hero&operation=";

    private String audience;
    private String hero;

    @BeforeEach
    void anExperienceWithItsDraft() {
        audience = definition(send("personalize:audiences?operation=create", """
                {"name": "Phones", "definition": {"__type": "RuleCombination", "combinationType": "AND", "rules": [{"__type": "Rule",
                 "attribute": {"__type": "PresetAttributeReference", "ref": "DEVICE_TYPE"}, "attributeMatchCondition": "STRING_EQUALS",
                 "attributeMatchOptions": {"__type": "StringMatchOptions", "value": "MOBILE"}, "invertCondition": false}]}}"""))
                .get("uid").toString();
        hero = definition(send("personalize:experiences?operation=create", "{\"name\": \"Hero\", \"__type\": \"SEGMENTED\"}")).get("uid")
                .toString();
        emulator().clearRequests();
    }

    @Test
    void aVersionIsListedWrittenActivatedReplacedPausedAndDeleted() {
        send(HERO + "updateVersion", version("DRAFT", variant("A")));
        send(HERO + "activate", null);
        send(HERO + "createVersion", version("DRAFT", variant("A"), variant("B")));
        send(HERO + "deleteVersion", null);
        send(HERO + "pause", null);

        List<?> versions = send(HERO + "listVersions", null).getMessage().getBody(List.class);

        assertThat(versions).singleElement().extracting("status", "versionNumber").hasToString("[PAUSED, 1]");
    }

    /** The whole version goes back, with the uids of its variants and another status, and without what only the service sets. */
    @Test
    void activateAndPauseSendTheWholeVersionWithTheOtherStatus() {
        send(HERO + "updateVersion", version("DRAFT", variant("A")));
        String draft = draft();
        emulator().clearRequests();

        send(HERO + "activate", null);
        send(HERO + "pause", null);

        List<RecordedRequest> sent = emulator().requests("PUT", "/experiences/*");
        assertThat(sent).extracting("path").containsExactly("/experiences/" + hero + "/versions/" + draft,
                "/experiences/" + hero + "/versions/" + draft);
        for (int i = 0; i < 2; i++) {
            JsonNode whole = json(sent.get(i).body());
            assertThat(whole.fieldNames()).toIterable().containsExactlyInAnyOrder("status", "variants");
            assertThat(whole.path("status").asText()).isEqualTo(List.of("ACTIVE", "PAUSED").get(i));
            assertThat(whole.path("variants")).singleElement()
                    .isEqualTo(((ObjectNode) json(variant("A")).deepCopy()).put("shortUid", "0"));
        }
    }

    @Test
    void withoutAUidTheDraftIsUpdated() {
        Exchange exchange = send(HERO + "updateVersion", version("DRAFT", variant("A")));

        assertThat(definition(exchange)).containsEntry("uid", draft()).containsEntry("experienceUid", hero);
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeOutcome", "UPDATED")
                .containsEntry("CamelPersonalizeUid", hero).containsEntry("CamelPersonalizeKey", "Hero");
        assertThat(calls()).containsExactly("GET /experiences", "GET /experiences/" + hero + "/versions",
                "PUT /experiences/" + hero + "/versions/" + draft());
    }

    @Test
    void withoutAUidAndWithoutADraftNothingIsUpdated() {
        activated();

        assertThat(send(HERO + "updateVersion", version("DRAFT", variant("A"))).getException())
                .isInstanceOf(PersonalizeRejectedException.class).hasMessage(
                        "experience \"Hero\": has no draft in project \"p1\"; create one with createVersion, or name the version");
    }

    @Test
    void theVersionIsNamedByTheOption() {
        String uri = "personalize:experiences?operation=updateVersion&uid=" + hero + "&versionUid=" + draft();

        assertThat(send(uri, version("DRAFT", variant("A")), Map.of("CamelPersonalizeVersionUid", "other")).getException()).isNull();
        assertThat(calls()).containsExactly("PUT /experiences/" + hero + "/versions/" + draft());
    }

    @Test
    void orByTheHeader() {
        Map<String, Object> headers = Map.of("CamelPersonalizeUid", hero, "CamelPersonalizeVersionUid", draft());

        assertThat(send("personalize:experiences?operation=updateVersion", with(version("DRAFT", variant("A")), "uid", "other"), headers)
                .getException()).isNull();
        assertThat(calls()).containsExactly("PUT /experiences/" + hero + "/versions/" + draft());
    }

    @Test
    void orByTheBodyWhichAlsoNamesTheExperience() {
        String listed = with(with(version("DRAFT", variant("A")), "uid", draft()), "experienceUid", hero);

        assertThat(send("personalize:experiences?operation=updateVersion", listed).getException()).isNull();
        assertThat(send("personalize:experiences?operation=activate", listed).getException()).isNull();
        assertThat(calls()).containsExactly("PUT /experiences/" + hero + "/versions/" + draft(),
                "GET /experiences/" + hero + "/versions", "PUT /experiences/" + hero + "/versions/" + draft());
    }

    @Test
    void aBodyWithANameIsTheExperience() {
        send(HERO + "updateVersion", version("DRAFT", variant("A")));
        String experience = emulator().project(PROJECT).experience("Hero").toString();

        assertThat(definition(send("personalize:experiences?operation=activate", experience))).containsEntry("uid", draft())
                .containsEntry("status", "ACTIVE");
    }

    @Test
    void aVersionWithoutItsExperienceNamesNothing() {
        Exchange exchange = send("personalize:experiences?operation=deleteVersion", "{\"uid\": \"" + draft() + "\"}");

        assertThat(exchange.getException())
                .hasMessageStartingWith("experience: no experience is named: set the header CamelPersonalizeUid");
        assertThat(calls()).isEmpty();
    }

    @Test
    void toDComputesTheVersionAsItDoesTheUid() throws Exception {
        context.addRoutes(new org.apache.camel.builder.RouteBuilder() {
            @Override
            public void configure() {
                from("direct:computed").toD("personalize:experiences?operation=deleteVersion&uid=${header.one}&versionUid=${header.two}");
            }
        });
        activated();
        send(HERO + "createVersion", version("DRAFT", variant("A")));
        String second = emulator().project(PROJECT).latestVersion("Hero").get("uid").textValue();
        int endpoints = context.getEndpoints().size();

        context.createProducerTemplate().requestBodyAndHeaders("direct:computed", null, Map.of("one", hero, "two", second));
        context.createProducerTemplate().requestBodyAndHeaders("direct:computed", null,
                Map.of("one", hero, "two", "6710a1b2c3d4e5f601020304"));

        assertThat(emulator().project(PROJECT).versions("Hero")).hasSize(1);
        assertThat(context.getEndpoints()).hasSize(endpoints + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createVersion", "updateVersion"})
    void aVersionIsCheckedBeforeItIsSent(String operation) {
        Exchange exchange = send(HERO + operation, "{\"variants\": [{\"name\": \"A\"}]}");

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageContainingAll("/status is missing", "/variants/0/__type is missing");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aReferenceInAVersionIsRefused() {
        Exchange exchange = send(HERO + "updateVersion", version("DRAFT", variant("A")).replace(audience, "ref:audience/Phones"));

        assertThat(exchange.getException())
                .hasMessage("experience \"Hero\": /variants/0/audiences/0 refers to audience \"Phones\", and updateVersion resolves no "
                        + "references; use upsert or a manifest, or send the uid");
        assertThat(calls()).isEmpty();
    }

    @Test
    void anActivationSendsTheWholeVersionWithTheOtherStatus() {
        send(HERO + "updateVersion", version("DRAFT", variant("A"), variant("B")));
        emulator().clearRequests();

        Exchange exchange = send(HERO + "activate", null);

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UPDATED");
        assertThat(json(lastBody())).isEqualTo(json("{\"status\": \"ACTIVE\", \"variants\": "
                + emulator().project(PROJECT).latestVersion("Hero").get("variants") + "}"));
        assertThat(calls()).hasSize(3);
    }

    @Test
    void anABTestKeepsItsMetricsAndSplitWhenItIsActivated() {
        send("personalize:events?operation=create", "{\"key\": \"buy\"}");
        String event = emulator().project(PROJECT).event("buy").get("uid").textValue();
        send("personalize:experiences?operation=create", "{\"name\": \"Test\", \"__type\": \"AB_TEST\"}");
        String version = """
                {"status": "DRAFT", "variants": [{"__type": "ABTestVariant", "name": "Blue", "trafficDistribution": 50},
                 {"__type": "ABTestVariant", "name": "Green", "trafficDistribution": 50}], "variantSplit": "EQUALLY_SPLIT",
                 "metrics": [{"__type": "Primary", "event": "%s", "name": "Buy"}],
                 "targeting": {"audience": {"audiences": ["%s"], "audienceCombinationType": "AND"}}}""".formatted(event, audience);
        send("personalize:experiences?key=Test&operation=updateVersion", version);

        send("personalize:experiences?key=Test&operation=activate", null);

        ObjectNode active = emulator().project(PROJECT).latestVersion("Test");
        assertThat(active.get("status").textValue()).isEqualTo("ACTIVE");
        assertThat(List.of(active.get("variantSplit"), active.get("metrics"), active.get("targeting")))
                .isEqualTo(List.of(json(version).get("variantSplit"), json(version).get("metrics"), json(version).get("targeting")));
    }

    @Test
    void whatIsActiveAlreadyIsNotWritten() {
        activated();

        Exchange exchange = send(HERO + "activate", null);

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNCHANGED");
        assertThat(definition(exchange)).containsEntry("status", "ACTIVE");
        assertThat(calls()).containsExactly("GET /experiences", "GET /experiences/" + hero + "/versions");
    }

    @ParameterizedTest
    @CsvSource({"pause, 'has no active version in project \"p1\"'", "activate&versionUid=6710a1b2c3d4e5f601020304, "
            + "'has no version with uid 6710a1b2c3d4e5f601020304 in project \"p1\"'"})
    void whatIsNotThereIsNotFound(String operation, String message) {
        assertThat(send(HERO + operation, null).getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class, e -> {
            assertThat(e).hasMessage("experience \"Hero\": " + message);
            assertThat(e.getCode()).isEqualTo("NOT_FOUND");
        });
    }

    @Test
    void aPausedVersionIsActivatedByItsName() {
        String version = activated();
        send(HERO + "pause", null);

        assertThat(send(HERO + "activate", null).getException())
                .hasMessage("experience \"Hero\": has no draft in project \"p1\"; name the version to activate");
        assertThat(send(HERO + "pause", null).getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNCHANGED");
        assertThat(definition(send(HERO + "activate&versionUid=" + version, null))).containsEntry("status", "ACTIVE");
    }

    @Test
    void whatTheServiceRefusesIsRefused() {
        assertThat(send(HERO + "activate", null).getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageContaining("An active version must have 1 or more variants");
        assertThat(send(HERO + "deleteVersion", null).getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageContaining("The only version of an experience cannot be deleted");
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() {
        activated();

        assertThat(send(HERO + "deleteVersion", null).getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNCHANGED");
        assertThat(send(HERO + "deleteVersion&versionUid=6710a1b2c3d4e5f601020304", null).getMessage().getHeader("CamelPersonalizeOutcome"))
                .isEqualTo("UNCHANGED");
    }

    @Test
    void aDraftWhoseResponseWasLostIsAdopted() {
        activated();
        lose("POST", "/experiences/*/versions");
        component().getConfiguration().setMaxRetries(3);

        Exchange exchange = send(HERO + "createVersion&maxRetries=3", version("DRAFT", variant("A"), variant("B")));

        assertThat(definition(exchange)).containsEntry("status", "DRAFT").containsEntry("versionNumber", 2);
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("ADOPTED");
        assertThat(calls()).containsExactly("GET /experiences", "POST /experiences/" + hero + "/versions",
                "GET /experiences/" + hero + "/versions");
    }

    @Test
    void aDraftThatWasNotCreatedIsSentAgain() {
        activated();
        emulator().script(Script.on("POST", "/experiences/*/versions").then(Step.fault(Fault.EMPTY_RESPONSE)));

        Exchange exchange = send(HERO + "createVersion&maxRetries=3", version("DRAFT", variant("A")));

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CREATED");
        assertThat(emulator().project(PROJECT).versions("Hero")).hasSize(2);
    }

    @Test
    void whereNothingIsToBeSentAgainItIsUnknown() {
        activated();
        emulator().script(Script.on("POST", "/experiences/*/versions").then(Step.fault(Fault.EMPTY_RESPONSE)));

        Exchange exchange = send(HERO + "createVersion", version("DRAFT", variant("A")));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class);
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDraftThatDiffersIsNobodysToOverwrite(boolean isLost) {
        send(HERO + "updateVersion", version("DRAFT", variant("A")));
        if (isLost) {
            lose("POST", "/experiences/*/versions");
        }
        emulator().clearRequests();

        Exchange exchange = send(HERO + "createVersion&maxRetries=3", version("DRAFT", variant("B")));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("experience \"Hero\": it already has "
                        + "a draft (uid " + draft()
                        + "), which differs in /variants/0/name; change that one with updateVersion, or delete it with "
                        + "deleteVersion");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CONFLICT");
        assertThat(emulator().project(PROJECT).latestVersion("Hero").at("/variants/0/name").asText()).isEqualTo("A");
    }

    @Test
    void aDraftThatIsThereAndMatchesIsAdopted() {
        send(HERO + "updateVersion", version("DRAFT", variant("A")));

        Exchange exchange = send(HERO + "createVersion", version("DRAFT", variant("A")));

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("ADOPTED");
        assertThat(definition(exchange)).containsEntry("uid", draft());
    }

    @Test
    void anActivationWhoseResponseWasLostIsLookedUpWhenItsRepetitionIsLocked() {
        send(HERO + "updateVersion", version("DRAFT", variant("A")));
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").then(Step.fault(Fault.EMPTY_RESPONSE).applied(),
                Step.status(400)
                        .body("{\"error\": \"personalize.EXPERIENCES.VERSIONS.CANNOT_UPDATE_LOCKED_VERSION\", \"message\": \"no\"}")));

        Exchange exchange = send(HERO + "activate&maxRetries=3", null);

        assertThat(definition(exchange)).containsEntry("uid", draft()).containsEntry("status", "ACTIVE");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UPDATED");
    }

    @Test
    void anActivationThatIsLockedForAnotherReasonFails() {
        send(HERO + "updateVersion", version("DRAFT", variant("A")));
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").then(Step.fault(Fault.EMPTY_RESPONSE),
                Step.status(400).body("{\"message\": \"locked\"}")));

        assertThat(send(HERO + "activate&maxRetries=3", null).getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageContaining("locked");
    }

    @Test
    void aDeletionWhoseResponseWasLostIsADeletion() {
        activated();
        send(HERO + "createVersion", version("DRAFT", variant("A")));
        lose("DELETE", "/experiences/*/versions/*");

        Exchange exchange = send(HERO + "deleteVersion&maxRetries=3", null);

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("DELETED");
        assertThat(exchange.getMessage().getBody()).isNull();
    }

    private void lose(String method, String path) {
        emulator().script(Script.on(method, path).then(Step.fault(Fault.EMPTY_RESPONSE).applied()));
    }

    /** Activates the draft, and tells its uid. */
    private String activated() {
        send(HERO + "updateVersion", version("DRAFT", variant("A")));
        String version = definition(send(HERO + "activate", null)).get("uid").toString();
        emulator().clearRequests();
        return version;
    }

    private String draft() {
        return emulator().project(PROJECT).latestVersion("Hero").get("uid").textValue();
    }

    private String lastBody() {
        return emulator().requests().get(emulator().requests().size() - 1).body();
    }

    private static String version(String status, String... variants) {
        return "{\"status\": \"" + status + "\", \"variants\": [" + String.join(",", variants) + "]}";
    }

    private String variant(String name) {
        return """
                {"__type": "SegmentedVariant", "name": "%s", "audiences": ["%s"], "audienceCombinationType": "OR", "lyticsAudiences": []}"""
                .formatted(name, audience);
    }

    private static String with(String object, String member, String value) {
        JsonNode node = Json.read(object);
        return ((ObjectNode) node).put(member, value).toString();
    }
}
