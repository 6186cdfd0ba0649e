// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Upserts of one body again and again: it costs little as long as nothing has changed, and counts in full as soon as something has. */
@BothDialects
class RepeatedUpsertTest extends EmulatedRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert&indexTtl=1h";

    @BeforeEach
    void theBodyIsKnown() {
        assertThat(outcome(send(UPSERT, age()))).isEqualTo("CREATED");
        assertThat(outcome(send(UPSERT, age()))).isEqualTo("UNCHANGED");
    }

    @Test
    void theSameBodyAgainGivesTheSameResult() {
        Exchange again = send(UPSERT, age());

        assertThat(outcome(again)).isEqualTo("UNCHANGED");
        assertThat(definition(again)).isEqualTo(definition(send("personalize:attributes?operation=get&key=age", null)));
        assertThat(again.getMessage().getHeaders()).containsEntry("CamelPersonalizeKey", "age")
                .containsEntry("CamelPersonalizeUid", definition(again).get("uid")).containsEntry("CamelPersonalizeRequestCount", 0)
                .doesNotContainKey("CamelPersonalizeStatusCode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upsert", "update&key=age"})
    void afterAnotherWriteItIsWrittenAgain(String operation) {
        send("personalize:attributes?operation=" + operation, age().replace("Age", "Alter"));

        assertThat(outcome(send(UPSERT, age()))).isEqualTo("UPDATED");
        assertThat(outcome(send(UPSERT, age()))).isEqualTo("UNCHANGED");
    }

    @Test
    void afterADeletionItIsCreatedAgain() {
        send("personalize:attributes?operation=delete&key=age", null);

        assertThat(outcome(send(UPSERT, age()))).isEqualTo("CREATED");
    }

    @Test
    void aListThatIsTooOldIsRequestedAgainAndShowsWhatOthersHaveChanged() {
        sendByOthers("personalize:attributes?operation=upsert", age().replace("Age", "Alter"));
        time.sleep(Duration.ofSeconds(2));

        assertThat(outcome(send(UPSERT, age()))).as("within indexTtl").isEqualTo("UNCHANGED");
        assertThat(outcome(send(UPSERT.replace("1h", "0"), age()))).isEqualTo("UPDATED");
    }

    /** Where the reference leads now is looked up for each message. */
    @Test
    void aBodyWithReferencesIsOnlyUnchangedAsLongAsTheyLeadToTheSame() {
        String region = samples.attribute("region", "Region");
        String city = samples.attribute("city", "City", "\"description\": \"ref:attribute/region\"");
        Object uid = definition(send(UPSERT, region)).get("uid");
        assertThat(outcome(send(UPSERT, city))).isEqualTo("CREATED");
        assertThat(outcome(send(UPSERT, city))).isEqualTo("UNCHANGED");
        assertThat(outcome(send("personalize:attributes?operation=delete&uid=" + uid, null))).isEqualTo("DELETED");

        assertThat(outcome(send(UPSERT, city))).isEqualTo("BLOCKED");

        send(UPSERT, region);
        assertThat(outcome(send(UPSERT, city))).isEqualTo("UPDATED");
    }

    @Test
    void aTreeThatItsOwnerHasChangedIsAnotherBody() {
        ObjectNode age = (ObjectNode) json(age());
        send(UPSERT, age);
        send(UPSERT, age);

        age.put("name", "Alter");

        assertThat(outcome(send(UPSERT, age))).isEqualTo("UPDATED");
    }

    @Test
    void aConflictIsOneAgainToo() {
        send("personalize:attributes?operation=upsert", age().replace("Age", "Alter"));
        String fail = UPSERT + "&onConflict=fail";

        assertThat(outcome(send(fail, age()))).isEqualTo("CONFLICT");
        assertThat(outcome(send(fail, age()))).isEqualTo("CONFLICT");
        assertThat(outcome(send(UPSERT + "&onConflict=skip", age()))).isEqualTo("UNCHANGED");
        assertThat(outcome(send(fail, age()))).as("what was skipped differs still").isEqualTo("CONFLICT");
    }

    /** What one endpoint sends as it is, another one checks, though nothing would have to be written. */
    @Test
    void whatIsNotCheckedByOneEndpointIsCheckedByAnother() {
        String invalid = samples.attribute("city ", "City");
        String unchecked = UPSERT + "&validate=false";
        assertThat(outcome(send(unchecked, invalid))).isEqualTo("CREATED");
        assertThat(outcome(send(unchecked, invalid))).isEqualTo("UNCHANGED");
        assertThat(outcome(send(unchecked, invalid))).isEqualTo("UNCHANGED");

        assertThat(send(UPSERT, invalid).getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("attribute \"city \": /key begins or ends with white space; remove it");
    }

    private String age() {
        return samples.attribute("age", "Age");
    }

    private static String outcome(Exchange exchange) {
        return String.valueOf(exchange.getMessage().getHeader("CamelPersonalizeOutcome"));
    }
}
