// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.LiveEmulatedRoutes;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Trees of rules that the service would refuse, or that refer to what is not there. */
class LiveRulesFaultsTest extends LiveEmulatedRoutes {

    private static final String CREATE = "personalize:audiences?operation=create";
    private static final String UPSERT = "personalize:audiences?operation=upsert";
    private static final String NOBODY = "6710a1b2c3d4e5f60102ffff";
    private static final String COUNTRY = "{\"__type\": \"PresetAttributeReference\", \"ref\": \"COUNTRY\"}";
    private static final String TEXT = "{\"__type\": \"StringMatchOptions\", \"value\": \"gold\"}";
    private static final String NUMBER = "{\"__type\": \"NumberMatchOptions\", \"value\": 10}";
    private static final String PRESETS = " (DEVICE_TYPE, OPERATING_SYSTEM, QUERY_PARAMETERS, REFERRER, COUNTRY, REGION, CITY, DATE_AND_TIME)";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                          | /definition/__type is missing
            5                                                                           | /definition must be an object; it is 5
            {"__type": "Rules"}                                                         | /definition/__type must be one of RuleCombination, Rule; it is "Rules" (did you mean "Rule"?)
            {"__type": "RuleCombination"}                                               | /definition/combinationType is missing; /definition/rules is missing
            {"__type": "RuleCombination", "combinationType": "XOR", "rules": []}        | /definition/combinationType must be one of AND, OR; it is "XOR" (did you mean "OR"?)
            {"__type": "RuleCombination", "combinationType": "and", "rules": {}}        | /definition/combinationType must be one of AND, OR; it is "and" (did you mean "AND"?); /definition/rules must be an array; it is an object
            {"__type": "RuleCombination", "combinationType": "OR", "rules": [{}, 5]}    | /definition/rules/0/__type is missing; /definition/rules/1 must be an object; it is 5
            {"__type": "RuleCombination", "combinationType": "OR", "rules": [{"__type": "Rule"}]} | /definition/rules/0/attribute is missing; /definition/rules/0/attributeMatchCondition is missing
            """)
    void F131_aNodeThatIsNoneIsTold(String definition, String faults) {
        assertThat(refused(send(CREATE, audience(definition)))).containsExactlyInAnyOrder(faults.split("; (?=/)"));
        assertThat(calls()).isEmpty();
    }

    @Test
    void F131_aTreeBeginsWithACombination() {
        assertThat(refused(send(CREATE, audience(rule(COUNTRY, "STRING_EQUALS", TEXT))))).containsExactly(
                "/definition/__type must be RuleCombination, with which a tree of rules begins; put the rule into its rules");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "COUNTRY"                                                                | must be an object; it is "COUNTRY"
            {"__type": "PresetAttributeReference"}                                   | /ref is missing
            {"__type": "AttributeReference", "ref": "COUNTRY"}                       | /__type must be one of PresetAttributeReference, CustomAttributeReference, LyticsAttributeReference; it is "AttributeReference"
            {"__type": "PresetAttributeReference", "ref": "MOOD"}                    | /ref is no preset attribute`PRESETS`; for an attribute of the project write CustomAttributeReference as __type
            {"__type": "PresetAttributeReference", "ref": "ref:attribute/tier"}      | /ref is no preset attribute`PRESETS`; for an attribute of the project write CustomAttributeReference as __type
            {"__type": "CustomAttributeReference", "ref": "COUNTRY"}                 | /ref is a preset attribute; write PresetAttributeReference as __type
            {"__type": "CustomAttributeReference", "ref": "ref:attribute/CITY"}      | /ref is a preset attribute; write PresetAttributeReference as __type
            """)
    void F131_anAttributeMustBeOfItsType(String attribute, String fault) {
        String pointer = fault.startsWith("/") ? "/definition/rules/1/attribute" : "/definition/rules/1/attribute ";
        assertThat(refused(send(UPSERT, audience(all(rule(COUNTRY, "STRING_EQUALS", TEXT), rule(attribute, "STRING_EQUALS", TEXT))))))
                .containsExactly(pointer + fault.replace("`PRESETS`", PRESETS));
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            STRING_EQUALS       | ``                                                  | /attributeMatchOptions is missing
            CONTAINS_SUBSTRING  | {"__type": "NumberMatchOptions", "value": "a"}      | /attributeMatchOptions/__type must be StringMatchOptions, as the condition compares texts
            STRING_EQUALS       | {"__type": "StringMatchOptions", "value": 5}        | /attributeMatchOptions/value must be a string; it is 5
            NUMBER_EQUAL_TO     | {"__type": "StringMatchOptions", "value": 5}        | /attributeMatchOptions/__type must be NumberMatchOptions, as the condition compares numbers
            NUMBER_GREATER_THAN | {"__type": "NumberMatchOptions", "value": "5"}      | /attributeMatchOptions/value must be a number; it is "5"
            NUMBER_LESS_THAN    | {"__type": "NumberMatchOptions"}                    | /attributeMatchOptions/value is missing
            HAS_ANY_VALUE       | {"__type": "StringMatchOptions", "value": "a"}      | /attributeMatchOptions means nothing for this condition, which compares with no value; leave it out
            IS_TRUE             | {"__type": "StringMatchOptions", "value": "a"}      | /attributeMatchOptions means nothing for this condition, which compares with no value; leave it out
            IS_FALSE            | {}                                                  | /attributeMatchOptions means nothing for this condition, which compares with no value; leave it out
            IS_MEMBER_OF        | {"__type": "StringMatchOptions", "value": "a"}      | /attributeMatchOptions/__type must be AudienceMatchOptions, as the condition is about an audience
            IS_IN_FLOW_STATE    | {"__type": "FlowStateMatchOptions", "flowId": "f"}  | /attributeMatchOptions/flowState is missing
            """)
    void F131_aConditionNeedsItsOptions(String condition, String options, String fault) {
        assertThat(refused(send(CREATE, audience(all(all(rule(COUNTRY, condition, options)))))))
                .containsExactly("/definition/rules/0/rules/0" + fault);
        assertThat(calls()).isEmpty();
    }

    @Test
    void F131_whetherARuleIsInvertedIsABoolean() {
        assertThat(refused(send(CREATE, audience(all(rule(COUNTRY, "IS_TRUE", "").replace("false", "\"no\""))))))
                .containsExactly("/definition/rules/0/invertCondition must be a boolean; it is \"no\"");
    }

    @ParameterizedTest
    @MethodSource("rightRules")
    void whatTheServiceTakesIsSentAsItIs(String rule) {
        String uid = created("attributes", "{\"name\": \"Tier\", \"key\": \"tier\"}");
        String body = audience(all(rule.replace("TIER", uid)));

        assertThat(definition(send(CREATE, body)).toJson().get("definition")).isEqualTo(json(body).get("definition"));
    }

    static Stream<String> rightRules() {
        String tier = "{\"__type\": \"CustomAttributeReference\", \"ref\": \"TIER\"}";
        String query = COUNTRY.replace("COUNTRY", "QUERY_PARAMETERS");
        String time = COUNTRY.replace("COUNTRY", "DATE_AND_TIME");
        return Stream.of(rule(COUNTRY, "STRING_EQUALS", TEXT), rule(tier, "CONTAINS_SUBSTRING", TEXT), rule(tier, "HAS_ANY_VALUE", ""),
                rule(tier, "NUMBER_EQUAL_TO", NUMBER), rule(tier, "NUMBER_GREATER_THAN", NUMBER), rule(tier, "NUMBER_LESS_THAN", NUMBER),
                rule(tier, "IS_TRUE", ""), rule(tier, "IS_FALSE", ""), rule(query, "JSON_MATCH", "{\"any\": [1]}"),
                rule(time, "BEFORE_TIME", "{}"), rule(time, "BETWEEN_TIME", "{\"from\": 1}"), rule(time, "AFTER_TIME", ""),
                rule(tier, "IS_TRUE", "").replace("false", "true"), rule(tier, "IS_TRUE", "").replace(", \"invertCondition\": false", ""),
                all(), all(all(rule(tier, "IS_TRUE", ""))));
    }

    @Test
    void F131_moreRulesThanAnyProjectMayHaveAreNotSent() {
        assertThat(refused(send(CREATE, audience(all(all(rules(100)), rule(COUNTRY, "IS_TRUE", ""))))))
                .containsExactly("has 101 rules; the service allows 100 at most");
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"50, ", "51, it has 51 rules; the service allows 50 unless more was agreed on"})
    void aPlanWarnsOfMoreRulesThanUsual(int number, String warning) {
        assertThat(plan("{\"audiences\": [" + audience(all(rules(number))) + "]}").steps()).singleElement()
                .satisfies(step -> assertThat(step.warnings()).isEqualTo(warning == null ? List.of() : List.of(warning)));
    }

    @Test
    void aConditionThatIsNotKnownIsSentAndAPlanWarnsOfIt() {
        String audience = audience(all(rule(COUNTRY, "SOUNDS_LIKE", "{\"any\": 1}")));

        assertThat(plan("{\"audiences\": [" + audience + "]}").steps()).singleElement().satisfies(step -> assertThat(step.warnings())
                .containsExactly("the condition \"SOUNDS_LIKE\" is not known here, so what it needs is not checked"));
        send(CREATE, audience);
        assertThat(calls()).last().isEqualTo("POST /audiences");
    }

    @Test
    void aConditionThatIsNotKnownIsLoggedOnce() {
        try (TraceLog log = new TraceLog()) {
            for (String condition : List.of("SOUNDS_LIKE", "SOUNDS_LIKE", "IS_TRUE", "RHYMES_WITH")) {
                send(CREATE, audience(all(rule(COUNTRY, condition, ""))));
            }

            assertThat(log.text().lines().filter(line -> line.contains("is not known here"))
                    .map(line -> line.replaceFirst(".*WARN ", "")))
                    .containsExactly(
                            "io.github.camelpersonalize.definition.BodyCheck - audiences: the condition \"SOUNDS_LIKE\" is not known"
                                    + " here, so what it needs is not checked",
                            "io.github.camelpersonalize.definition.BodyCheck - audiences: the condition \"RHYMES_WITH\" is not known here,"
                                    + " so what it needs is not checked");
        }
    }

    @Test
    void combinationsMayNestAsDeepAsABody() {
        assertThat(send(CREATE, audience(nested(40))).getException()).isNull();
        assertThat(send(CREATE, audience(nested(60))).getException())
                .hasMessage("audience: Document nesting depth (101) exceeds the maximum allowed (100)");
    }

    private static String nested(int levels) {
        String tree = all(rule(COUNTRY, "IS_TRUE", ""));
        for (int i = 1; i < levels; i++) {
            tree = all(tree);
        }
        return tree;
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
            {"status": "DRAFT", "variants": [{"__type": "SegmentedVariant", "name": "A", "audiences": [], "audienceCombinationType": "OR",
              "target": TREE}]}""", """
            {"status": "DRAFT", "variants": [], "targeting": {"target": TREE}}"""})
    void F131_aVersionsOwnRulesAreHeldToTheSame(String version) {
        String wrong = all(rule(COUNTRY, "STRING_EQUALS", NUMBER));
        String right = all(rule("{\"__type\": \"LyticsAttributeReference\", \"ref\": \"LYTICS_AUDIENCE\"}", "IS_MEMBER_OF",
                "{\"__type\": \"AudienceMatchOptions\", \"value\": \"0f1e2d3c4b5a69788796a5b4c3d2e1f0\"}"));

        assertThat(faultsOfVersion(version.replace("TREE", right))).isEmpty();
        assertThat(faultsOfVersion(version.replace("TREE", wrong))).hasSize(2).allSatisfy(
                fault -> assertThat(fault.pointer()).contains("/target/rules/0/attributeMatchOptions/"));
    }

    @Test
    void F105_aUidThatNoAttributeHasIsToldBeforeAnythingIsSent() {
        String gold = audience(all(rule(custom(NOBODY), "IS_TRUE", "")));
        String told = "/definition/rules/0/attribute/ref refers to the attribute with the uid \"" + NOBODY
                + "\", which does not exist; write ref:attribute/<key> for its key";

        assertThat(send(UPSERT, gold).getException()).isInstanceOfSatisfying(PersonalizeException.class, failed -> {
            assertThat(failed).hasMessage("audience \"Gold\": " + told);
            assertThat(failed.getCode()).isEqualTo("UNRESOLVED");
        });
        assertThat(plan("{\"audiences\": [" + gold + "]}").steps()).singleElement()
                .satisfies(step -> assertThat(step.reason()).isEqualTo(told));
        send("personalize:project?operation=apply", "{\"audiences\": [" + gold + "]}");
        assertThat(calls()).isNotEmpty().allMatch(call -> call.startsWith("GET "));
    }

    /** A key is no uid, though the manifest itself defines it. */
    @Test
    void F105_aKeyWhereAUidBelongsIsToldWhatToWrite() {
        Plan plan = plan("{\"attributes\": [{\"key\": \"tier\", \"name\": \"Tier\"}], \"audiences\": ["
                + audience(all(rule(custom("tier"), "IS_TRUE", ""))) + "]}");

        assertThat(plan.steps()).filteredOn(step -> step.resource() == Resource.audiences).singleElement()
                .satisfies(
                        step -> assertThat(step.reason()).isEqualTo("/definition/rules/0/attribute/ref refers to the attribute with the uid"
                                + " \"tier\", which does not exist; write ref:attribute/<key> for its key"));
    }

    @Test
    void F105_anUpsertTakesNoKeyForAUidEither() {
        created("attributes", "{\"name\": \"Tier\", \"key\": \"tier\"}");

        assertThat(send(UPSERT, audience(all(rule(custom("tier"), "IS_TRUE", "")))).getException())
                .hasMessage("audience \"Gold\": /definition/rules/0/attribute/ref refers to the attribute with the uid \"tier\", which does"
                        + " not exist; write ref:attribute/<key> for its key");
        assertThat(calls()).doesNotContain("POST /audiences");
    }

    @Test
    void aUidThatAnAttributeHasIsSent() {
        String uid = created("attributes", "{\"name\": \"Tier\", \"key\": \"tier\"}");

        Exchange exchange = send(UPSERT, audience(all(rule(custom(uid), "IS_TRUE", ""))));

        assertThat(definition(exchange).get("referredAttributes")).isEqualTo(List.of(uid));
    }

    @Test
    void referencesStandForTheUidOfAnAttributeAndForTheConstantOfAPreset() {
        String manifest = "{\"attributes\": [{\"key\": \"tier\", \"name\": \"Tier\"}], \"audiences\": [" + audience(
                all(rule(custom("ref:attribute/tier"), "IS_TRUE", ""),
                        rule(COUNTRY.replace("COUNTRY", "ref:attribute/COUNTRY"), "STRING_EQUALS", TEXT)))
                + "]}";

        assertThat(send("personalize:project?operation=apply", manifest).getException()).isNull();

        String uid = definition(send("personalize:attributes?operation=get&key=tier", null)).get("uid").toString();
        assertThat(definition(send("personalize:audiences?operation=get&key=Gold", null)).toJson().findValuesAsText("ref"))
                .containsExactly(uid, "COUNTRY");
        assertThat(plan(manifest).steps()).allSatisfy(step -> assertThat(step.action().name()).isEqualTo("UNCHANGED"));
    }

    private Plan plan(String manifest) {
        Exchange exchange = send("personalize:project?operation=plan", manifest);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Plan.class);
    }

    private static List<FieldError> faultsOfVersion(String version) {
        return new BodyCheck(Dialect.LIVE).validate(Dialect.LIVE.call(Resource.experiences, Operation.createVersion).orElseThrow(),
                json(version));
    }

    private static String audience(String definition) {
        return "{\"name\": \"Gold\", \"definition\": " + definition + "}";
    }

    private static String custom(String ref) {
        return "{\"__type\": \"CustomAttributeReference\", \"ref\": \"" + ref + "\"}";
    }

    private static String[] rules(int number) {
        return Collections.nCopies(number, rule(COUNTRY, "IS_TRUE", "")).toArray(String[]::new);
    }

    private static String rule(String attribute, String condition, String options) {
        String member = options.isEmpty() ? "" : ", \"attributeMatchOptions\": " + options;
        return "{\"__type\": \"Rule\", \"attribute\": " + attribute + ", \"attributeMatchCondition\": \"" + condition + "\"" + member
                + ", \"invertCondition\": false}";
    }

    private static String all(String... nodes) {
        return "{\"__type\": \"RuleCombination\", \"combinationType\": \"AND\", \"rules\": [" + String.join(", ", nodes) + "]}";
    }
}
