// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LiveVersionsTest {

    private static final String PREFIX = "personalize.EXPERIENCES.VERSIONS.";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults());

    private Client client;
    private String phones;
    private String versions;
    private String draft;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
        phones = client.post("/audiences", Live.phones()).uid();
        open(Live.segmented("Hero"));
    }

    @Test
    void aDraftIsFilledAndItsVariantsGetShortUids() {
        Client.Answer filled = client.put(draft, Live.version("DRAFT", Live.variant("A", phones), Live.variant("B", phones)));

        assertThat(filled.status()).isEqualTo(200);
        assertThat(filled.text())
                .isEqualTo("{\"uid\":\"" + filled.uid() + "\",\"experienceUid\":\"" + experience() + "\",\"versionNumber\":1,"
                        + "\"status\":\"DRAFT\",\"variants\":[" + stored("A", "0") + "," + stored("B", "1") + "]," + Live.audit());
        assertThat(EMULATOR.emulator().project("p1").versions("Hero")).hasToString("[" + filled.text() + "]");
    }

    @Test
    void aVariantWithoutItsShortUidIsANewOne() {
        client.put(draft, Live.version("DRAFT", Live.variant("A", phones), Live.variant("B", phones)));

        assertThat(shortUids(client.put(draft, Live.version("DRAFT", Live.variant("1", "B", phones), Live.variant("A", phones)))))
                .containsExactly("1", "2");
        assertThat(shortUids(client.put(draft, Live.version("DRAFT", Live.variant("C", phones))))).containsExactly("3");
    }

    @Test
    void aShortUidThatTheServiceNeverGaveIsRefused() {
        assertThat(client.put(draft, Live.version("DRAFT", Live.variant("0", "A", phones))).text())
                .isEqualTo(Live.errors("variants", "emulator.INVALID", "variants[0].shortUid is for the service to give: '0'"));
    }

    @Test
    void aShortUidStandsOnce() {
        client.put(draft, Live.version("DRAFT", Live.variant("A", phones)));

        assertThat(client.put(draft, Live.version("DRAFT", Live.variant("0", "A", phones), Live.variant("0", "B", phones))).text())
                .isEqualTo(Live.errors("variants", "emulator.DUPLICATE", "variants[1].shortUid is repeated: '0'"));
    }

    @Test
    void anActivationIsSeenAtVersionAndExperience() {
        Client.Answer activated = client.put(draft, Live.version("ACTIVE", Live.variant("A", phones)));

        assertThat(activated.text()).isEqualTo("{\"uid\":\"" + activated.uid() + "\",\"experienceUid\":\"" + experience() + "\","
                + "\"versionNumber\":1,\"status\":\"ACTIVE\",\"variants\":[" + stored("A", "0")
                + "],\"firstActivatedAt\":\"2026-11-02T09:15:00.000Z\"," + Live.audit());
        assertThat(client.get("/experiences/" + experience()).text()).isEqualTo("{\"uid\":\"" + experience() + "\",\"shortUid\":\"0\","
                + "\"name\":\"Hero\",\"description\":\"\",\"__type\":\"SEGMENTED\",\"tags\":[],\"project\":\"p1\",\"status\":\"ACTIVE\","
                + "\"hasDraft\":false,\"latestVersion\":\"" + activated.uid() + "\",\"referredAudiences\":[\"" + phones + "\"],"
                + "\"referredLyticsAudiences\":[],\"referredEvents\":[],\"priority\":1,\"activatedAt\":\"2026-11-02T09:15:00.000Z\","
                + "\"activatedBy\":\"blt00000000000000bb\",\"activatedByUserName\":\"Emulator User\"," + Live.audit());
    }

    @Test
    void theWholeVersionSentBackWithAnotherStatusIsWelcome() {
        ObjectNode active = (ObjectNode) client.put(draft, Live.version("ACTIVE", Live.variant("A", phones))).json();

        Client.Answer paused = client.put(draft, active.put("status", "PAUSED").toString());

        assertThat(paused.json()).isEqualTo(active);
        assertThat(client.put(draft, active.put("status", "ACTIVE").toString()).json()).isEqualTo(active);
    }

    @Test
    void anExperienceIsPausedWithItsVersion() {
        activate();
        client.put(draft, Live.version("PAUSED", Live.variant("0", "A", phones)));

        assertThat(client.get("/experiences/" + experience()).json().path("status").asText()).isEqualTo("PAUSED");
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, DRAFT, CANNOT_MARK_VERSION_AS_DRAFT", "PAUSED, DRAFT, CANNOT_MARK_VERSION_AS_DRAFT",
            "ARCHIVED, DRAFT, CANNOT_UPDATE_LOCKED_VERSION", "ARCHIVED, ACTIVE, CANNOT_UPDATE_LOCKED_VERSION",
            "ARCHIVED, PAUSED, CANNOT_UPDATE_LOCKED_VERSION", "DRAFT, PAUSED, INVALID_STATUS"})
    void thereIsNoWay(String from, String to, String code) {
        client.put(draft, Live.version("DRAFT", Live.variant("A", phones)));
        EMULATOR.emulator().project("p1").setStatus("Hero", from);

        assertThat(client.put(draft, Live.version(to, Live.variant("0", "A", phones))).text()).isEqualTo(Live.error(PREFIX + code,
                "The version is " + from + ", so it cannot be written as " + to + " with this content"));
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, ACTIVE", "ACTIVE, PAUSED", "PAUSED, ACTIVE", "PAUSED, PAUSED"})
    void whatIsNotADraftMayKeepItsContentOnly(String from, String to) {
        activate();
        EMULATOR.emulator().project("p1").setStatus("Hero", from);

        assertThat(client.put(draft, Live.version(to, Live.variant("0", "B", phones))).json().path("error").asText())
                .isEqualTo(PREFIX + "CANNOT_UPDATE_LOCKED_VERSION");
        assertThat(client.put(draft, Live.version(to, Live.variant("0", "A", phones))).status()).isEqualTo(200);
    }

    @Test
    void aLockedVersionIsNotPaused() {
        try (PersonalizeEmulator locked = PersonalizeEmulator
                .start(EmulatorOptions.defaults().rateLimit(0).live(LiveOptions.defaults().pauseLocked(true)))) {
            client = new Client(locked);
            phones = client.post("/audiences", Live.phones()).uid();
            open(Live.segmented("Hero"));
            activate();

            assertThat(client.put(draft, Live.version("PAUSED", Live.variant("0", "A", phones))).json().path("error").asText())
                    .isEqualTo(PREFIX + "CANNOT_UPDATE_LOCKED_VERSION");
        }
    }

    @Test
    void thereIsOneDraftAtMost() {
        assertThat(client.post(versions, Live.version("DRAFT")).text()).isEqualTo(
                Live.error(PREFIX + "CANNOT_CREATE_VERSION_AS_DRAFT_ALREADY_EXISTS", "The experience has a draft already"));
    }

    @Test
    void aNewVersionIsADraft() {
        activate();

        assertThat(client.post(versions, Live.version("ACTIVE", Live.variant("0", "A", phones))).text())
                .isEqualTo(Live.errors("status", PREFIX + "INVALID_STATUS", "status must be DRAFT, as a new version is a draft"));
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE", "PAUSED"})
    void theVersionThatWasLiveIsArchivedWhenTheNextIsActivated(String before) {
        activate();
        EMULATOR.emulator().project("p1").setStatus("Hero", before);
        Client.Answer second = client.post(versions, Live.version("DRAFT", Live.variant("0", "A", phones), Live.variant("B", phones)));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("versionNumber").asInt()).isEqualTo(2);
        assertThat(shortUids(second)).containsExactly("0", "1");
        assertThat(EMULATOR.emulator().project("p1").experience("Hero").path("status").asText()).isEqualTo(before);
        assertThat(EMULATOR.emulator().project("p1").experience("Hero").path("latestVersion").asText()).isEqualTo(second.uid());

        client.put(versions + "/" + second.uid(), Live.version("ACTIVE", Live.variant("0", "A", phones), Live.variant("1", "B", phones)));

        assertThat(client.get(versions).json().findValuesAsText("status")).containsExactly("ARCHIVED", "ACTIVE");
    }

    @Test
    void aDraftIsDeletedUnlessItIsTheOnlyVersion() {
        assertThat(client.delete(draft).text()).isEqualTo(
                Live.error(PREFIX + "CANNOT_DELETE_ONLY_DRAFT", "The only version of an experience cannot be deleted"));
        activate();
        String second = client.post(versions, Live.version("DRAFT")).uid();

        assertThat(client.delete(draft).text())
                .isEqualTo(Live.error("emulator.NOT_A_DRAFT", "Only a draft can be deleted; the version is ACTIVE"));
        assertThat(client.delete(versions + "/" + second).status()).isEqualTo(204);
        assertThat(client.post(versions, Live.version("DRAFT")).json().path("versionNumber").asInt()).isEqualTo(3);
    }

    @Test
    void aSegmentedExperienceNeedsAVariantToBeActivated() {
        assertThat(client.put(draft, Live.version("ACTIVE")).text())
                .isEqualTo(Live.error(PREFIX + "INSUFFICIENT_VARIANTS_TO_ACTIVATE", "An active version must have 1 or more variants"));
    }

    @Test
    void anAbTestNeedsTwo() {
        open("{\"name\": \"Test\", \"__type\": \"AB_TEST\"}");

        assertThat(client.put(draft, Live.version("ACTIVE", Live.share("A", 100))).text())
                .isEqualTo(Live.error(PREFIX + "INSUFFICIENT_VARIANTS_TO_ACTIVATE", "An active version must have 2 or more variants"));
        assertThat(client.put(draft, Live.version("ACTIVE", Live.share("A", 50), Live.share("B", 50))).status()).isEqualTo(200);
    }

    @Test
    void anAbTestHasSplitMetricsAndTargetingAndTheFirstMetricIsThePrimaryOne() {
        String paid = client.post("/events", "{\"key\": \"paid\"}").uid();
        open("{\"name\": \"Test\", \"__type\": \"AB_TEST\"}");

        Client.Answer filled = client.put(draft, """
                {"status": "DRAFT", "variants": [%s], "variantSplit": "EQUALLY_SPLIT",
                 "metrics": [{"__type": "Secondary", "event": "%s", "name": "Paid"}],
                 "targeting": {"audience": {"audiences": ["%s"], "audienceCombinationType": "AND"}}}"""
                .formatted(Live.share("A", 100), paid, phones));

        assertThat(filled.text()).contains("\"variants\":[{\"__type\":\"ABTestVariant\",\"name\":\"A\",\"trafficDistribution\":100,"
                + "\"shortUid\":\"0\"}],\"variantSplit\":\"EQUALLY_SPLIT\",\"metrics\":[{\"__type\":\"Primary\",\"event\":\""
                + paid
                + "\",\"name\":\"Paid\"}],\"targeting\":{\"audience\":{\"audiences\":[\"" + phones
                + "\"],\"audienceCombinationType\":\"AND\"}}");
    }

    @Test
    void aVariantForAnAudienceThatLyticsNoLongerLendsIsNotActivated() {
        String gone = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
        String variant = Live.variant("A", phones).replace("\"lyticsAudiences\": []", "\"lyticsAudiences\": [\"" + gone + "\"]");

        assertThat(client.put(draft, Live.version("DRAFT", variant)).status()).isEqualTo(200);
        assertThat(client.put(draft, Live.version("ACTIVE", variant)).text()).isEqualTo(
                Live.error(PREFIX + "VARIANTS_REFERRED_LYTICS_AUDIENCE_DOES_NOT_EXIST", "Lytics has no audience with the uid " + gone));
    }

    @Test
    void aTargetStandsInThePlaceOfAudiences() {
        String target = Live.all(Live.rule("{\"__type\": \"LyticsAttributeReference\", \"ref\": \"LYTICS_AUDIENCE\"}", "IS_MEMBER_OF",
                "{\"__type\": \"AudienceMatchOptions\", \"value\": \"x\"}"));

        assertThat(client.put(draft, Live.version("DRAFT", "{\"__type\": \"SegmentedVariant\", \"name\": \"A\", \"audiences\": [], "
                + "\"audienceCombinationType\": \"AND\", \"target\": " + target + "}")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"variants\": []} | status | " + PREFIX + "STATUS_REQUIRED | status is required",
            "{\"status\": \"ENDED\", \"variants\": []} | status | " + PREFIX
                    + "INVALID_STATUS | status must be one of DRAFT, ACTIVE, PAUSED",
            "{\"status\": \"ARCHIVED\", \"variants\": []} | status | " + PREFIX
                    + "INVALID_STATUS | status must be one of DRAFT, ACTIVE, PAUSED",
            "{\"status\": \"ACTIVE\"} | variants | " + PREFIX + "VARIANTS_NOT_ARRAY | variants is required",
            "{\"status\": \"DRAFT\", \"variants\": {}} | variants | " + PREFIX + "VARIANTS_NOT_ARRAY | variants must be an array",
            "{\"status\": \"DRAFT\", \"variants\": [], \"variantSplit\": \"BANDIT\"} | variantSplit | " + PREFIX
                    + "NOT_VALID_ENUM | variantSplit must be one of EQUALLY_SPLIT, CUSTOM_PERCENTAGE"})
    void whatIsWrongWithAVersionStandsAtItsMember(String body, String member, String code, String message) {
        assertThat(client.put(draft, body).text()).isEqualTo(Live.errors(member, code, message));
    }

    @Test
    void whatIsWrongWithAVariantStandsAtVariants() {
        assertThat(client.put(draft, Live.version("DRAFT", Live.variant("A", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"))).text()).isEqualTo(
                Live.errors("variants", "emulator.NOT_AN_OBJECT_ID", "0f1e2d3c4b5a69788796a5b4c3d2e1f0 is not a valid ObjectId"));
        assertThat(client.put(draft, Live.version("DRAFT", Live.variant("A", Live.NOBODY))).text())
                .isEqualTo(Live.errors("variants", "emulator.UNKNOWN_REFERENCE", "no audience has the uid " + Live.NOBODY));
        assertThat(client.put(draft, Live.version("DRAFT", Live.variant("A", phones).replace("\"OR\"", "\"or\""))).text()).isEqualTo(
                Live.errors("variants", PREFIX + "NOT_VALID_ENUM", "variants[0].audienceCombinationType must be one of AND, OR"));
        assertThat(client.put(draft, Live.version("DRAFT", Live.variant("A", phones).replace("\"" + phones + "\"", ""))).text())
                .isEqualTo(Live.errors("variants", PREFIX + "EMPTY_ARRAY", "variants[0].audiences should not be empty"));
        assertThat(client.put(draft, Live.version("DRAFT", Live.share("A", 50))).json().at("/errors/variants/0/message").asText())
                .isEqualTo("variants[0].__type must be one of SegmentedVariant");
    }

    @Test
    void anExperienceHas20VariantsAtMost() {
        String[] many = new String[21];
        Arrays.fill(many, Live.variant("A", phones));

        assertThat(client.put(draft, Live.version("DRAFT", many)).text())
                .isEqualTo(Live.errors("variants", "emulator.INVALID", "variants must contain no more than 20 elements"));
    }

    @Test
    void anAbTestHasOnePrimaryMetricAndFourOthersAtMost() {
        String paid = client.post("/events", "{\"key\": \"paid\"}").uid();
        open("{\"name\": \"Test\", \"__type\": \"AB_TEST\"}");
        String metric = "{\"__type\": \"Primary\", \"event\": \"" + paid + "\"}";

        assertThat(client.put(draft, "{\"status\": \"DRAFT\", \"variants\": [], \"metrics\": [" + metric + "," + metric + "]}").text())
                .isEqualTo(Live.errors("metrics", "emulator.INVALID", "metrics must contain no more than 1 Primary and 4 Secondary"));
        assertThat(client.put(draft, "{\"status\": \"DRAFT\", \"variants\": [], \"metrics\": [" + metric.replace(paid, Live.NOBODY) + "]}")
                .text()).isEqualTo(Live.errors("metrics", "emulator.UNKNOWN_REFERENCE", "no event has the uid " + Live.NOBODY));
    }

    @Test
    void aVersionIsNotReadAlone() {
        assertThat(client.get(draft).text())
                .isEqualTo("{\"statusCode\":404,\"message\":\"Cannot GET " + draft + "\",\"error\":\"Not Found\"}");
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        assertThat(client.put(versions + "/" + Live.NOBODY, Live.version("DRAFT")).text()).isEqualTo(Live.error("emulator.NOT_FOUND",
                "There is no version of the experience " + experience() + " with the uid " + Live.NOBODY));
        assertThat(client.delete(versions + "/x").text())
                .isEqualTo(Live.error("emulator.NOT_AN_OBJECT_ID", "x is not a valid ObjectId"));
    }

    private void open(String experience) {
        JsonNode created = client.post("/experiences", experience).json();
        versions = "/experiences/" + created.path("uid").asText() + "/versions";
        draft = versions + "/" + created.path("latestVersion").asText();
    }

    private void activate() {
        client.put(draft, Live.version("ACTIVE", Live.variant("A", phones)));
    }

    private String experience() {
        return versions.split("/")[2];
    }

    private String stored(String name, String shortUid) {
        return "{\"__type\":\"SegmentedVariant\",\"name\":\"" + name + "\",\"audiences\":[\"" + phones
                + "\"],\"audienceCombinationType\":\"OR\",\"lyticsAudiences\":[],\"shortUid\":\"" + shortUid + "\"}";
    }

    private static List<String> shortUids(Client.Answer version) {
        return version.json().path("variants").findValuesAsText("shortUid");
    }
}
