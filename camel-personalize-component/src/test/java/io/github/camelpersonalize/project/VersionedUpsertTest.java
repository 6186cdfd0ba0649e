// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.LiveRoutes;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** An experience and its version as one desired state, where the service keeps versions. A variant is written as its name and short uid. */
class VersionedUpsertTest extends LiveRoutes {

    private static final String E1 = "6710d0d1d2d3d4d5d6d7d8d9";
    private static final String GOLD = """
            {"__type": "SegmentedVariant", "name": "Gold", "audiences": ["6710b0b0c3d4e5f601020304"], "audienceCombinationType": "OR"}""";
    private static final String SILVER = """
            {"__type": "SegmentedVariant", "name": "Silver", "audiences": ["6710b0b0c3d4e5f601020305"], "audienceCombinationType": "OR"}""";
    private static final String AUDIENCES = """
            "audiences": [{"uid": "6710b0b0c3d4e5f601020304", "name": "Golden", "definition": {}},
                          {"uid": "6710b0b0c3d4e5f601020305", "name": "Silvern", "definition": {}}]""";

    @Test
    void theFirstDraftIsFilledAndTheSecondTimeNothingIsSent() {
        audiences();

        Exchange first = upsert(banner("", GOLD, SILVER));
        List<String> sent = calls();
        Exchange second = upsert(banner("", GOLD, SILVER));

        assertThat(outcome(first)).isEqualTo("CREATED");
        assertThat(versions()).containsExactly("DRAFT Gold=0 Silver=1");
        assertThat(sent).containsExactly(samples.get("audiences"), "GET /experiences", "POST /experiences", "GET " + path(),
                "PUT " + path(0));
        assertThat(json(emulator().requests().get(4).body())).isEqualTo(json("""
                {"status": "DRAFT", "variants": [%s, %s]}""".formatted(GOLD, SILVER)));
        assertThat(outcome(second)).isEqualTo("UNCHANGED");
        assertThat(calls()).isEqualTo(sent);
        assertThat(definition(second).get("status")).isEqualTo("DRAFT");
    }

    @Test
    void anExperienceThatIsToBeActiveIsFilledAndThenActivatedAsItIsListed() {
        audiences();

        upsert(banner("ACTIVE", GOLD, SILVER));

        assertThat(versions()).containsExactly("ACTIVE Gold=0 Silver=1");
        assertThat(writes()).containsExactly("POST /experiences", "PUT " + path(0), "PUT " + path(0));
        assertThat(body(1).path("status").asText()).isEqualTo("DRAFT");
        assertThat(body(2).at("/variants/1/shortUid").asText()).isEqualTo("1");
    }

    /** What it says of its versions is not known without another request. */
    @Test
    void theResultOfAWrittenVersionLeavesOutWhatTheServiceDerivesFromIt() {
        audiences();

        Exchange created = upsert(banner("ACTIVE", GOLD));
        time.sleep(Duration.ofSeconds(2));
        Exchange unchanged = send("personalize:experiences?operation=upsert&indexTtl=0", banner("ACTIVE", GOLD));

        assertThat(definition(created)).containsEntry("status", "ACTIVE").containsKeys("uid", "shortUid", "variants")
                .doesNotContainKeys("hasDraft", "latestVersion", "referredAudiences", "_cms", "activatedAt");
        assertThat(definition(unchanged)).containsEntry("hasDraft", false).containsKey("latestVersion");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "SEGMENTED | \"variants\": [{\"__type\": \"SegmentedVariant\", \"name\": \"V\", \"audiences\": [\"%s\"], \"audienceCombinationType\": \"OR\"}] | /variants/0/audiences/0 refers to the audience | ref:audience/<name> for its name",
            "SEGMENTED | \"variants\": [{\"__type\": \"SegmentedVariant\", \"name\": \"V\", \"audiences\": [], \"lyticsAudiences\": [\"%s\"], \"audienceCombinationType\": \"OR\"}] | /variants/0/lyticsAudiences/0 refers to the audience | ref:audience/<name> for its name",
            "AB_TEST | \"variants\": [], \"metrics\": [{\"__type\": \"Primary\", \"event\": \"%s\", \"name\": \"N\"}] | /metrics/0/event refers to the event | ref:event/<key> for its key",
            "AB_TEST | \"variants\": [], \"targeting\": {\"audience\": {\"audiences\": [\"%s\"], \"audienceCombinationType\": \"AND\"}} | /targeting/audience/audiences/0 refers to the audience | ref:audience/<name> for its name"})
    void F22_whatAVersionNamesByItsUidMustExist(String type, String members, String what, String advice) {
        audiences();

        String body = "{\"name\": \"Banner\", \"__type\": \"" + type + "\", " + members.formatted(E1) + "}";

        Exchange exchange = send("personalize:experiences?operation=upsert", body);
        Exchange applied = send("personalize:project?operation=apply&failOn=none", "{\"experiences\": [" + body + "]}");

        String fault = what + " with the uid \"" + E1 + "\", which does not exist; write " + advice;
        assertThat(exchange.getException()).hasMessage("experience \"Banner\": " + fault);
        assertThat(applied.getMessage().getBody(BatchReport.class).items()).extracting("outcome", "message")
                .containsExactly(tuple(Outcome.BLOCKED, fault));
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatIsAskedOfTheDefinitionItselfAloneLeavesItsVersionsAlone() {
        seed(version("ACTIVE", "Gold=4"));

        Exchange exchange = upsert("{\"name\": \"Banner\", \"__type\": \"SEGMENTED\", \"description\": \"new\"}");

        assertThat(outcome(exchange)).isEqualTo("UPDATED");
        assertThat(calls()).containsExactly("GET /experiences", "PUT /experiences/" + E1);
        assertThat(body(0)).isEqualTo(json("{\"name\": \"Banner\", \"__type\": \"SEGMENTED\", \"description\": \"new\", \"tags\": []}"));
    }

    /** Each line: the versions before, the desired status and variants, the versions after, the writes (D=draft, A=active, P=paused), the note. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            // no status: what runs stays as it is
            "D:Gold=4          ; -       ; Gold        ; DRAFT Gold=4                       ;       ; ",
            "D:Gold=4          ; -       ; Gold Silver ; DRAFT Gold=4 Silver=5              ; PUT   ; ",
            "A:Gold=4          ; -       ; Gold        ; ACTIVE Gold=4                      ;       ; ",
            "A:Gold=4          ; -       ; Gold Silver ; ACTIVE Gold=4, DRAFT Gold=4 Silver=5 ; POST ; the change is a draft",
            "P:Gold=4          ; -       ; Silver Gold ; PAUSED Gold=4, DRAFT Silver=5 Gold=4 ; POST ; the change is a draft",
            "A:Gold=4 D:Silver=5 ; -     ; Gold        ; ACTIVE Gold=4, DRAFT Silver=5      ;       ; its draft differs from it",
            "A:Gold=4 D:Silver=5 ; -     ; Silver      ; ACTIVE Gold=4, DRAFT Silver=5      ;       ; the change is a draft",
            "A:Gold=4 D:Silver=5 ; -     ; Silver Gold ; ACTIVE Gold=4, DRAFT Silver=5 Gold=4 ; PUT ; the change is a draft",
            // ACTIVE
            "A:Gold=4          ; ACTIVE  ; Gold        ; ACTIVE Gold=4                      ;       ; ",
            "A:Gold=4 D:Silver=5 ; ACTIVE ; Gold       ; ACTIVE Gold=4, DRAFT Silver=5      ;       ; its draft differs from it",
            "P:Gold=4          ; ACTIVE  ; Gold        ; ACTIVE Gold=4                      ; PUT   ; ",
            "D:Gold=4          ; ACTIVE  ; Gold        ; ACTIVE Gold=4                      ; PUT   ; ",
            "D:Gold=4          ; ACTIVE  ; Gold Silver ; ACTIVE Gold=4 Silver=5             ; PUT PUT ; ",
            "A:Gold=4          ; ACTIVE  ; Silver Gold ; ARCHIVED Gold=4, ACTIVE Silver=5 Gold=4 ; POST PUT ; ",
            "A:Gold=4 D:Silver=5 ; ACTIVE ; Silver     ; ARCHIVED Gold=4, ACTIVE Silver=5   ; PUT   ; ",
            "A:Gold=4 D:Silver=5 ; ACTIVE ; Silver Gold ; ARCHIVED Gold=4, ACTIVE Silver=5 Gold=4 ; PUT PUT ; ",
            "X:Gold=3 P:Gold=4 ; ACTIVE  ; Silver Gold ; ARCHIVED Gold=3, ARCHIVED Gold=4, ACTIVE Silver=5 Gold=4 ; POST PUT ; ",
            // PAUSED
            "P:Gold=4          ; PAUSED  ; Gold        ; PAUSED Gold=4                      ;       ; ",
            "A:Gold=4          ; PAUSED  ; Gold        ; PAUSED Gold=4                      ; PUT   ; ",
            "A:Gold=4          ; PAUSED  ; Gold Silver ; PAUSED Gold=4, DRAFT Gold=4 Silver=5 ; PUT POST ; the change is a draft",
            "P:Gold=4 D:Silver=5 ; PAUSED ; Gold Silver ; PAUSED Gold=4, DRAFT Gold=4 Silver=5 ; PUT ; the change is a draft",
            "D:Gold=4          ; PAUSED  ; Gold Silver ; DRAFT Gold=4 Silver=5              ; PUT   ; what never ran cannot be paused",
            // DRAFT
            "D:Gold=4          ; DRAFT   ; Gold        ; DRAFT Gold=4                       ;       ; ",
            "A:Gold=4          ; DRAFT   ; Gold        ; ACTIVE Gold=4                      ;       ; cannot become a draft",
            "A:Gold=4          ; DRAFT   ; Gold Silver ; ACTIVE Gold=4, DRAFT Gold=4 Silver=5 ; POST ; ",
            "A:Gold=4 D:Silver=5 ; DRAFT ; Gold        ; ACTIVE Gold=4, DRAFT Gold=4        ; PUT   ; ",
    })
    void F135_eachStateIsReachedByTheCallsThatAreMissing(String before, String status, String names, String after, String writes,
            String note) {
        seed(List.of(before.split(" (?=\\w:)")).stream().map(VersionedUpsertTest::version).toArray(String[]::new));
        String[] variants = List.of(names.split(" ")).stream().map(name -> name.equals("Gold") ? GOLD : SILVER).toArray(String[]::new);

        Exchange exchange = upsert("[" + banner(status.equals("-") ? "" : status, variants) + "]");
        String report = exchange.getMessage().getBody(String.class);

        assertThat(String.join(", ", versions())).isEqualTo(after);
        assertThat(writes().stream().map(call -> call.split(" ")[0]).collect(Collectors.joining(" ")))
                .isEqualTo(writes == null ? "" : writes);
        assertThat(report).contains(writes == null ? "UNCHANGED" : "UPDATED");
        assertThat(report).contains(note == null ? "1 items: 1 " : note);
        if (note == null) {
            assertThat(report).doesNotContain("draft");
        }
        emulator().clearRequests();
        upsert("[" + banner(status.equals("-") ? "" : status, variants) + "]");
        assertThat(calls()).as("the second time").isEmpty();
    }

    @Test
    void F134_aFillWhoseAnswerIsLostIsLookedUpBecauseASecondOneWouldGiveTheVariantsOtherShortUids() {
        audiences();
        component().getConfiguration().setMaxRetries(2);
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").then(Step.status(504).applied()));

        Exchange exchange = upsert(banner("ACTIVE", GOLD, SILVER));

        assertThat(outcome(exchange)).isEqualTo("CREATED");
        assertThat(versions()).containsExactly("ACTIVE Gold=0 Silver=1");
        assertThat(writes()).containsExactly("POST /experiences", "PUT " + path(0), "PUT " + path(0));
    }

    @Test
    void F134_aListOfTheMomentAfterAWriteWaitsUntilTheServiceShowsTheWrite() {
        audiences();
        upsert(banner("", GOLD));
        assertThat(time.sleeps()).isEmpty();

        send("personalize:experiences?operation=upsert&indexTtl=0", banner("", GOLD, SILVER));

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1));
        assertThat(versions()).containsExactly("DRAFT Gold=0 Silver=1");
    }

    @Test
    void F134_aVariantThatOthersHaveMadeInTheSameMomentKeepsItsShortUid() {
        seed(version("ACTIVE", "Gold=4"));
        upsert(banner("ACTIVE", GOLD));
        upsert(banner("", SILVER, GOLD));
        seed(version("ACTIVE", "Gold=4"), version("DRAFT", "Silver=9", "Gold=4"));

        send("personalize:experiences?operation=upsert&indexTtl=0", banner("", GOLD, SILVER));

        assertThat(versions()).containsExactly("ACTIVE Gold=4", "DRAFT Gold=4 Silver=9");
    }

    @Test
    void F78_whatTheServiceKeepsOtherwiseOfAVersionIsNotWrittenAgain() {
        emulator().seed(PROJECT, "{\"events\": [{\"uid\": \"6710c1c2c3c4c5c6c7c8c9ca\", \"key\": \"done\"}]}");
        String test = """
                {"name": "Banner", "__type": "AB_TEST", "status": "ACTIVE", "metrics": [{"__type": "Secondary", "event": "ref:event/done"}],
                 "variants": [{"__type": "ABTestVariant", "name": "A", "trafficDistribution": 50},
                              {"__type": "ABTestVariant", "name": "B", "trafficDistribution": 50}]}""";

        upsert(test);
        send("personalize:experiences?operation=upsert&indexTtl=0", test);

        assertThat(emulator().project(PROJECT).latestVersion("Banner").at("/metrics/0/__type").asText()).isEqualTo("Primary");
        assertThat(writes()).containsExactly("POST /experiences", "PUT " + path(0), "PUT " + path(0));
    }

    @ParameterizedTest
    @CsvSource({"skip, UNCHANGED", "fail, CONFLICT"})
    void onConflictProtectsTheVersionTooButNotADraftThatNobodyHasFilled(String onConflict, String outcome) {
        seed(version("ACTIVE", "Gold=4"));
        String uri = "personalize:experiences?operation=upsert&onConflict=" + onConflict;

        Exchange other = send(uri, banner("", GOLD, SILVER));
        seed("{\"status\": \"DRAFT\"}");
        time.sleep(Duration.ofSeconds(61));
        emulator().clearRequests();
        Exchange untouched = send(uri, banner("", GOLD, SILVER));

        assertThat(outcome(other)).isEqualTo(outcome);
        assertThat(outcome(untouched)).isEqualTo("UPDATED");
        assertThat(versions()).containsExactly("DRAFT Gold=0 Silver=1");
    }

    @Test
    void whatComesFromLyticsIsNeverWritten() {
        emulator().seed(PROJECT, """
                {"lyticsAudiences": [{"uid": "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "name": "Churners", "slug": "churners"}]}""");

        Exchange exchange = send("personalize:audiences?operation=upsert", """
                {"name": "Churners", "definition": {"__type": "RuleCombination", "combinationType": "AND", "rules": []}}""");

        assertThat(exchange.getException()).hasMessage("audience \"Churners\": the audience of this name is not the project's own (comes"
                + " from Lytics) and cannot be changed; refer to it, or choose another name");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aBatchInWhichAnActiveVersionIsFollowedByADraftMakesBoth() {
        seed(version("DRAFT", "Gold=4"));

        upsert("[" + banner("ACTIVE", GOLD) + ", " + banner("DRAFT", GOLD.replace("OR", "AND")) + "]");

        assertThat(versions()).containsExactly("ACTIVE Gold=4", "DRAFT Gold=4");
    }

    @Test
    void twoVariantsOfOneNameAreRefusedBeforeSending() {
        Exchange exchange = send("personalize:experiences?operation=upsert", banner("", GOLD, GOLD));

        assertThat(exchange.getException())
                .hasMessage("experience \"Banner\": /variants/1/name \"Gold\" is also the name of /variants/0; rename one of them");
        assertThat(calls()).isEmpty();
    }

    private void audiences() {
        emulator().seed(PROJECT, "{" + AUDIENCES + "}");
    }

    private void seed(String... versions) {
        emulator().seed(PROJECT, """
                {%s, "experiences": [{"uid": "%s", "name": "Banner", "__type": "SEGMENTED", "versions": [%s]}]}""".formatted(AUDIENCES, E1,
                String.join(", ", versions)));
    }

    private static String version(String text) {
        String status = switch (text.charAt(0)) {
            case 'A' -> "ACTIVE";
            case 'P' -> "PAUSED";
            case 'D' -> "DRAFT";
            default -> "ARCHIVED";
        };
        return version(status, text.substring(2).split(" "));
    }

    private static String version(String status, String... variants) {
        List<String> all = new ArrayList<>();
        for (String variant : variants) {
            String[] parts = variant.split("=");
            ObjectNode one = (ObjectNode) json(parts[0].equals("Gold") ? GOLD : SILVER);
            all.add(one.put("shortUid", parts[1]).toString());
        }
        return "{\"status\": \"%s\", \"variants\": [%s]}".formatted(status, String.join(", ", all));
    }

    private static String banner(String status, String... variants) {
        String word = status.isEmpty() ? "" : "\"status\": \"" + status + "\", ";
        return "{\"name\": \"Banner\", \"__type\": \"SEGMENTED\", %s\"variants\": [%s]}".formatted(word, String.join(", ", variants));
    }

    private Exchange upsert(String body) {
        Exchange exchange = send("personalize:experiences?operation=upsert", body);
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange;
    }

    private static String outcome(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelPersonalizeOutcome", String.class);
    }

    private List<String> versions() {
        return emulator().project(PROJECT).versions("Banner").stream().map(VersionedUpsertTest::shown).toList();
    }

    private static String shown(JsonNode version) {
        StringBuilder text = new StringBuilder(version.path("status").asText());
        version.path("variants")
                .forEach(variant -> text.append(' ').append(variant.path("name").asText()).append('=')
                        .append(variant.path("shortUid").asText()));
        return text.toString();
    }

    private String path() {
        return "/experiences/" + emulator().project(PROJECT).experience("Banner").path("uid").asText() + "/versions";
    }

    private String path(int version) {
        return path() + "/" + emulator().project(PROJECT).versions("Banner").get(version).path("uid").asText();
    }

    private List<String> writes() {
        return calls().stream().filter(call -> !call.startsWith("GET ")).toList();
    }

    /** The body of a write, counted from 0. */
    private JsonNode body(int write) {
        return json(emulator().requests().stream().filter(request -> !request.method().equals("GET")).toList().get(write).body());
    }
}
