// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import io.github.camelpersonalize.LiveEmulatedRoutes;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.manifest.UnusedDefinitions;
import io.github.camelpersonalize.manifest.UnusedDefinitions.Unused;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions that nothing refers to, where experiences have versions. */
class LiveUnusedTest extends LiveEmulatedRoutes {

    private static final String UNUSED = "personalize:project?operation=unused";
    private static final String VERSIONS = "/experiences/6710a1b2c3d4e5f601020309/versions";

    /** What is archived, active and a draft refers to an audience each, and nothing to zip, none and Silver. */
    private static final String SHOP = """
            {"attributes": [{"uid": "6710a1b2c3d4e5f601020301", "name": "Tier", "key": "tier"}, {"name": "Zip", "key": "zip"}],
             "audiences": [
               {"uid": "6710a1b2c3d4e5f601020311", "name": "Archived", "definition": {"__type": "RuleCombination", "combinationType": "AND", "rules": [
                 {"__type": "Rule", "attribute": {"__type": "CustomAttributeReference", "ref": "6710a1b2c3d4e5f601020301"}, "attributeMatchCondition": "IS_TRUE"}]}},
               {"uid": "6710a1b2c3d4e5f601020312", "name": "Active", "definition": {"__type": "RuleCombination", "combinationType": "AND", "rules": []}},
               {"uid": "6710a1b2c3d4e5f601020313", "name": "Draft", "definition": {"__type": "RuleCombination", "combinationType": "AND", "rules": []}},
               {"uid": "6710a1b2c3d4e5f601020314", "name": "Silver", "definition": {"__type": "RuleCombination", "combinationType": "AND", "rules": []}},
               {"uid": "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "name": "Churn", "source": "LYTICS"}],
             "events": [{"uid": "6710a1b2c3d4e5f601020321", "key": "buy"}, {"key": "none"}],
             "experiences": [{"uid": "6710a1b2c3d4e5f601020309", "name": "Hero", "__type": "SEGMENTED", "versions": [
               {"status": "ARCHIVED", "variants": [{"__type": "SegmentedVariant", "name": "A", "audiences": ["6710a1b2c3d4e5f601020311"]}],
                "metrics": [{"__type": "Primary", "event": "6710a1b2c3d4e5f601020321"}]},
               {"status": "ACTIVE", "variants": [{"__type": "SegmentedVariant", "name": "A", "audiences": ["6710a1b2c3d4e5f601020312"]}]},
               {"status": "DRAFT", "variants": [{"__type": "SegmentedVariant", "name": "A", "audiences": ["6710a1b2c3d4e5f601020313"]}]}]}]}""";

    @Test
    void whatAnyVersionRefersToIsUsedAndForeignDefinitionsAreNotListed() {
        emulator().seed(PROJECT, SHOP);

        UnusedDefinitions unused = unused();

        assertThat(unused.unused()).extracting(Unused::key).containsExactly("zip", "none", "Silver");
        assertThat(unused.toText()).endsWith("Looked at: 10 attributes, 2 events, 5 audiences, 1 experiences, 3 versions.\n");
        assertThat(calls()).allMatch(call -> call.startsWith("GET ")).contains("GET " + VERSIONS);
    }

    /** The service sums up in the experience what it refers to. */
    @Test
    void whatTheSummaryOfAnExperienceNamesIsUsed() {
        emulator().seed(PROJECT, SHOP);
        emulator().script(Script.on("GET", VERSIONS).then(Step.status(200).body("[]")));
        emulator().script(Script.on("GET", "/experiences").then(Step.status(200).body("""
                [{"uid": "6710a1b2c3d4e5f601020309", "name": "Hero", "referredAudiences": ["6710a1b2c3d4e5f601020314"],
                  "referredLyticsAudiences": [], "referredEvents": ["6710a1b2c3d4e5f601020321"]}]""")));

        assertThat(unused().unused()).extracting(Unused::key).containsExactly("zip", "none", "Active", "Archived", "Draft");
    }

    @Test
    void withoutTheVersionsNothingIsCalledUnused() {
        emulator().seed(PROJECT, SHOP);
        emulator().script(Script.on("GET", VERSIONS).then(Step.status(404)).forEver());

        assertThat(send(UNUSED, null).getException()).isNotNull();
    }

    private UnusedDefinitions unused() {
        Exchange exchange = send(UNUSED, null);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(UnusedDefinitions.class);
    }
}
