// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;

import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** References where nobody resolves them, and names in rules that nobody has. */
class LiteralReferenceFaultsTest extends ServerFaultRoutes {

    private static final String AUDIENCES = "personalize:audiences?operation=";
    private static final String ADULTS = "{\"name\": \"Adults\", \"rules\": {\"all\": [{\"attribute\": \"age\", \"at_least\": 18}]}}";

    @ParameterizedTest
    @CsvSource({"create, ''", "update, ''", "update, &uid=u1", "create, &validate=false", "update, &validate=false"})
    void F105_aReferenceIsNotSentAsAText(String operation, String options) {
        PersonalizeRejectedException failed = rejected(send(AUDIENCES + operation + options,
                "{\"name\": \"Adults\", \"rules\": {\"x\": [1, {\"y\": \"ref:attribute/age\"}]}}"));

        assertThat(failed).hasMessage("audience \"Adults\": /rules/x/1/y refers to attribute \"age\", and " + operation
                + " resolves no references; use upsert or a manifest, or send the uid");
        assertThat(failed.getCode()).isEqualTo("INVALID");
        assertThat(failed.getFieldErrors()).singleElement().satisfies(error -> assertThat(error.pointer()).isEqualTo("/rules/x/1/y"));
        assertNothingWasSent();
    }

    @ParameterizedTest
    @CsvSource({"create", "update"})
    void F105_inABatchNeither(String operation) {
        List<ItemResult> items = send(AUDIENCES + operation + "&failOn=none", List.of("{\"name\": \"ref:audience/Adults\"}"))
                .getMessage().getBody(BatchReport.class).items();

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(item.message()).startsWith("/name refers to audience \"Adults\", and " + operation);
        });
        assertNothingWasSent();
    }

    @Test
    void F105_aMistypedReferenceIsNotSentAsATextEither() {
        assertThat(rejected(send(AUDIENCES + "create", "{\"name\": \"A\", \"description\": \"ref:audiences/Adults\"}")))
                .hasMessageContaining("/description \"ref:audiences/Adults\" is no reference");
        assertNothingWasSent();
    }

    @Test
    void F105_anOrderOfReferencesIsNotSentEither() {
        assertThat(rejected(send("personalize:experiences?operation=updatePriority&validate=false",
                "{\"priority\": [\"ref:experience/Hero\"]}"))).hasMessageContaining("/priority/0 refers to experience \"Hero\"");
        assertNothingWasSent();
    }

    @Test
    void F105_aTextThatBeginsLikeAReferenceIsEscapedAsInAnUpsert() {
        assertOutcome(send(AUDIENCES + "create", "{\"name\": \"A\", \"description\": \"ref:text/ref:attribute/age\"}"), "CREATED", 1);

        assertThat(sent(0).get("description").textValue()).isEqualTo("ref:attribute/age");
    }

    @Test
    void F105_anUpsertChecksWhatRulesNameAsAManifestDoes() {
        PersonalizeUnavailableException failed = unavailable(send(AUDIENCES + "upsert", ADULTS));

        assertThat(failed)
                .hasMessage("audience \"Adults\": /rules/all/0/attribute names attribute \"age\", which does not exist; create it first");
        assertThat(failed.getCode()).isEqualTo("UNRESOLVED");
        assertThat(server.state("audiences")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"age", "a1"})
    void F105_rulesMayNameAnAttributeByKeyOrUid(String name) {
        server.put("attributes", held());

        assertOutcome(send(AUDIENCES + "upsert", ADULTS.replace("age", name)), "CREATED", 3);
    }

    /** A list that served an upsert a moment ago is not the last word on what is missing. */
    @Test
    void F105_whatHasComeSinceTheLastListIsFound() {
        unavailable(send(AUDIENCES + "upsert", ADULTS));
        server.put("attributes", held());

        assertThat(send(AUDIENCES + "upsert", ADULTS).getException()).isNull();
        assertThat(server.state("audiences")).hasSize(1);
    }
}
