// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.model.Definition;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AudiencesTest extends EmulatedRoutes {

    private static final Map<String, Object> ADULTS = Map.of("name", "Adults", "description", "18 or older", "rules",
            Map.of("attribute", "age", "gte", 18));

    @Test
    void createKeepsTheRulesAsTheyAre() {
        assertThat(definition(send("personalize:audiences?operation=create", ADULTS))).containsAllEntriesOf(ADULTS).containsKey("uid");
    }

    @Test
    void theNameIsTheNaturalKey() {
        Object uid = definition(send("personalize:audiences?operation=create", ADULTS)).get("uid");

        Exchange exchange = send("personalize:audiences?operation=get", null, Map.of("CamelPersonalizeKey", "Adults"));

        assertThat(definition(exchange)).containsEntry("uid", uid);
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeKey", "Adults");
    }

    @Test
    void anAudienceIsRenamedByItsOldName() {
        send("personalize:audiences?operation=create", ADULTS);

        Exchange exchange = send("personalize:audiences?operation=update", Map.of("name", "Grown up"),
                Map.of("CamelPersonalizeKey", "Adults"));

        assertThat(definition(exchange)).containsEntry("name", "Grown up");
        assertThat((List<?>) send("personalize:audiences?operation=list", null).getMessage().getBody(List.class)).extracting("name")
                .containsExactly("Grown up");
    }

    @Test
    void membersThatThisComponentDoesNotKnowSurviveAReadAndAWriteBack() {
        emulator().seed(PROJECT,
                """
                        {"audiences": [{"uid": "64c7787b333555469a861224", "name": "Adults", "slug": "adults", "source": {"system": "CDP", "rank": 1.10}}]}""");
        Definition read = definition(send("personalize:audiences?operation=get&key=Adults", null));

        read.put("description", "18 or older");
        Definition written = definition(send("personalize:audiences?operation=update", read));

        assertThat(written).containsEntry("slug", "adults").containsEntry("source", read.get("source")).containsEntry("description",
                "18 or older");
        assertThat(json(emulator().requests("PUT", "/audiences/*").get(0).body()).has("uid")).isFalse();
    }

    @Test
    void deleteByUid() {
        Object uid = definition(send("personalize:audiences?operation=create", ADULTS)).get("uid");

        assertThat(send("personalize:audiences?operation=delete", null, Map.of("CamelPersonalizeUid", uid)).getException()).isNull();
        assertThat(send("personalize:audiences?operation=list", null).getMessage().getBody(List.class)).isEmpty();
    }

    @Test
    void projectsAreKeptApart() {
        send("personalize:audiences?operation=create&projectUid=other", ADULTS);

        assertThat(send("personalize:audiences?operation=list", null).getMessage().getBody(List.class)).isEmpty();
        assertThat(send("personalize:audiences?operation=list&projectUid=other", null).getMessage().getBody(List.class)).hasSize(1);
    }
}
