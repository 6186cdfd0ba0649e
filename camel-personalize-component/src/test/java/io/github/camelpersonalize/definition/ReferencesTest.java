// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.ReferenceSite.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class ReferencesTest {

    private static final Function<Reference, Optional<String>> UIDS = reference -> Optional.ofNullable(Map
            .of(new Reference(Resource.audiences, "Adults"), "u1", new Reference(Resource.attributes, "age"), "u2").get(reference));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ref:attribute/age            | attributes  | age
            ref:event/purchase           | events      | purchase
            ref:audience/Adults          | audiences   | Adults
            ref:experience/Home page/top | experiences | Home page/top
            ref:audience/ref:audience/é😀 | audiences   | ref:audience/é😀
            """)
    void aReferenceIsAKindAndANaturalKeyOfAnyText(String text, Resource resource, String key) {
        assertThat(Reference.parse(text)).contains(new Reference(resource, key));
        assertThat(new Reference(resource, key).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ref:                 | ``
            ref:audience         | ` (did you mean "audience"?)`
            ref:audience/        | ` (did you mean "audience"?)`
            ref:audiences/Adults | ` (did you mean "audience"?)`
            ref:Audience/Adults  | ` (did you mean "audience"?)`
            ref:location/US      | ``
            ref: see the wiki    | ``
            """)
    void anythingElseThatBeginsLikeOneIsAFault(String text, String question) {
        assertThat(Reference.parse(text)).isEmpty();
        assertThat(References.validate(json("{\"rules\": [\"" + text + "\"]}"))).containsExactly(new FieldError("/rules/0", "\"" + text
                + "\" is no reference" + question
                + ", which would be ref:attribute/<key>, ref:event/<key>, ref:audience/<name> or ref:experience/<name>;"
                + " write ref:text/… for a text that begins with ref:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Adults", "REF:audience/Adults", " ref:audience/Adults", "xref:audience/Adults",
            "ref:text/ref:audience/Adults",
            "ref:text/"})
    void otherTextsAreNone(String text) {
        assertThat(References.in(Dialect.CONTRACT, json("[\"" + text + "\"]"))).isEmpty();
        assertThat(References.validate(json("[\"" + text + "\"]"))).isEmpty();
    }

    @Test
    void textsAreLookedAtAtAnyDepthAndNamesNowhere() {
        JsonNode definition = json("""
                {"name": "Hero", "ref:audience/No": 1,
                 "variants": [{"audience_uid": "ref:audience/Adults"}, {"a/b": {"~": ["ref:event/buy"]}}]}""");

        assertThat(References.in(Dialect.CONTRACT, definition)).containsExactly(
                new ReferenceSite(new Reference(Resource.audiences, "Adults"), "/variants/0/audience_uid", Form.REF),
                new ReferenceSite(new Reference(Resource.events, "buy"), "/variants/1/a~1b/~0/0", Form.REF));
    }

    @Test
    void F22_rulesNameAttributesByTheMemberAttribute() {
        JsonNode definition = json("""
                {"name": "Adults", "attribute": "no",
                 "rules": {"all": [{"attribute": "age", "value": 21}, {"attribute": "ref:attribute/zip"}, {"attribute": {"ref": "COUNTRY"}},
                                   {"attribute": "ref:text/ref:x"}]}}""");

        assertThat(References.in(Dialect.CONTRACT, definition)).containsExactly(
                new ReferenceSite(new Reference(Resource.attributes, "age"), "/rules/all/0/attribute", Form.KEY),
                new ReferenceSite(new Reference(Resource.attributes, "zip"), "/rules/all/1/attribute", Form.REF),
                new ReferenceSite(new Reference(Resource.attributes, "ref:x"), "/rules/all/3/attribute", Form.KEY));
        assertThat(References.in(Dialect.CONTRACT, definition).get(0).missing())
                .hasToString("/rules/all/0/attribute names attribute \"age\", which does not exist; create it first");
    }

    @Test
    void resolvedAreReferencesToUidsAndEscapedTextsToWhatTheyMean() {
        JsonNode definition = json(
                """
                        {"name": "ref:text/ref:audience/Adults", "share": 33.30, "none": null,
                         "rules": [{"attribute": "age"}, {"attribute": "ref:attribute/age"}, {"in": ["ref:audience/Adults", "ref:text/plain"]}]}""");
        JsonNode before = definition.deepCopy();

        assertThat(References.resolve(Dialect.CONTRACT, definition, UIDS)).isEqualTo(new Resolution.Resolved(json("""
                {"name": "ref:audience/Adults", "share": 33.30, "none": null,
                 "rules": [{"attribute": "age"}, {"attribute": "u2"}, {"in": ["u1", "plain"]}]}""")));
        assertThat(definition).isEqualTo(before);
    }

    @Test
    void F22_whatDoesNotResolveIsToldAndNothingIsDropped() {
        Resolution resolution = References.resolve(Dialect.CONTRACT,
                json("""
                        {"rules": {"attribute": "gone", "value": "ref:audience/Minors", "other": "ref:nothing", "third": "ref:audience/Adults"}}"""),
                UIDS);

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Unresolved.class, unresolved -> {
            assertThat(unresolved.mentions())
                    .containsExactly(new ReferenceSite(new Reference(Resource.audiences, "Minors"), "/rules/value", Form.REF));
            assertThat(unresolved.faults()).extracting(FieldError::toString).containsExactly("/rules/other \"ref:nothing\" is no reference,"
                    + " which would be ref:attribute/<key>, ref:event/<key>, ref:audience/<name> or ref:experience/<name>;"
                    + " write ref:text/… for a text that begins with ref:",
                    "/rules/value refers to audience \"Minors\", which does not exist; create it first");
        });
    }

    @Test
    void anOrderOfPriorityIsResolvedLikeADefinition() {
        assertThat(References.resolve(Dialect.CONTRACT, json("[\"ref:audience/Adults\", \"u9\"]"), UIDS))
                .isEqualTo(new Resolution.Resolved(json("[\"u1\", \"u9\"]")));
    }

    @Test
    void keysInMessagesAreShortAndOnOneLine() {
        assertThat(new Reference(Resource.audiences, "a\nb\u202Ec" + "😀".repeat(200)))
                .hasToString("audience \"a\\nb\\u202ec" + "😀".repeat(95) + "…\"");
    }

    @Test
    void referencesAreInTheOrderOfTheirKeysAndThenOfTheirKinds() {
        Reference adults = new Reference(Resource.audiences, "Adults");

        assertThat(adults).isEqualByComparingTo(new Reference(Resource.audiences, "Adults"))
                .isLessThan(new Reference(Resource.attributes, "age")).isGreaterThan(new Reference(Resource.attributes, "Adults"));
    }

    @Test
    void aTextThatLooksLikeAReferenceIsEscaped() {
        assertThat(Reference.escape("ref:audience/Adults")).isEqualTo("ref:text/ref:audience/Adults");
        assertThat(Reference.escape("Adults")).isEqualTo("Adults");
        assertThat(References.unescaped(json("{\"a\": [\"ref:text/ref:x\", \"ref:audience/Adults\"]}")))
                .isEqualTo(json("{\"a\": [\"ref:x\", \"ref:audience/Adults\"]}"));
    }

    @Test
    void theTextsOfATreeAreThoseAtAnyDepthButNoNames() {
        assertThat(Texts.of(json("{\"name\": \"a\", \"list\": [\"b\", 1, {\"c\": \"d\"}]}"))).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(Texts.has(json("{\"list\": [1, {\"c\": \"d\"}]}"), "d"::equals)).isTrue();
        assertThat(Texts.has(json("{\"list\": [1, {\"c\": \"d\"}]}"), "c"::equals)).isFalse();
    }

    @Test
    void inTheLiveDialectSomePlacesHoldUidsOfOtherDefinitions() {
        JsonNode experience = json("""
                {"name": "Hero",
                 "rules": [{"attribute": {"__type": "CustomAttributeReference", "ref": "a1"}},
                           {"attribute": {"__type": "PresetAttributeReference", "ref": "DEVICE"}}, {"ref": "a3"}],
                 "variants": [{"audiences": ["u1", "ref:audience/Adults"], "name": "u9"}],
                 "targeting": {"audience": {"audiences": ["u2"]}},
                 "metrics": [{"event": "e1", "name": "e9"}], "event": "e2"}""");

        assertThat(References.in(Dialect.LIVE, experience)).containsExactly(
                new ReferenceSite(new Reference(Resource.attributes, "a1"), "/rules/0/attribute/ref", Form.UID),
                new ReferenceSite(new Reference(Resource.audiences, "u1"), "/variants/0/audiences/0", Form.UID),
                new ReferenceSite(new Reference(Resource.audiences, "Adults"), "/variants/0/audiences/1", Form.REF),
                new ReferenceSite(new Reference(Resource.audiences, "u2"), "/targeting/audience/audiences/0", Form.UID),
                new ReferenceSite(new Reference(Resource.events, "e1"), "/metrics/0/event", Form.UID));
    }

    @Test
    void aDefinitionWithoutPartsHasNoSuchPlaceUnlessItIsOneItself() {
        assertThat(References.in(Dialect.LIVE, json("{\"key\": \"a1\", \"event\": \"e1\", \"audiences\": \"u1\"}"))).isEmpty();
        assertThat(References.in(Dialect.LIVE, json("{\"__type\": \"PresetAttributeReference\", \"ref\": \"a1\"}"))).isEmpty();
        assertThat(References.in(Dialect.LIVE, json("{\"__type\": \"CustomAttributeReference\", \"ref\": \"a1\"}")))
                .containsExactly(new ReferenceSite(new Reference(Resource.attributes, "a1"), "/ref", Form.UID));
    }
}
