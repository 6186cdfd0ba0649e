// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.model.Definition;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.Samples.project;
import static io.github.camelpersonalize.Samples.uid;
import static io.github.camelpersonalize.Samples.withUid;
import static org.assertj.core.api.Assertions.assertThat;

@BothDialects
class AudiencesTest extends EmulatedRoutes {

    private String adults() {
        return samples.audience("Adults", uid("a1"), "\"description\": \"18 or older\"");
    }

    @BeforeEach
    void seedTheAttribute() {
        for (String project : List.of(PROJECT, "other")) {
            emulator().seed(project, project("attributes", samples.attribute("age", "Age", withUid(uid("a1")))));
        }
    }

    @Test
    void createKeepsTheRulesAsTheyAre() {
        Definition created = definition(send("personalize:audiences?operation=create", adults()));

        assertThat(created).containsAllEntriesOf(members(adults())).containsKey("uid");
    }

    @Test
    void theNameIsTheNaturalKey() {
        Object uid = definition(send("personalize:audiences?operation=create", adults())).get("uid");

        Exchange exchange = send("personalize:audiences?operation=get", null, Map.of("CamelPersonalizeKey", "Adults"));

        assertThat(definition(exchange)).containsEntry("uid", uid);
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeKey", "Adults");
    }

    @Test
    void anAudienceIsRenamedByItsOldName() {
        send("personalize:audiences?operation=create", adults());

        Exchange exchange = send("personalize:audiences?operation=update", samples.everyone("Grown up"),
                Map.of("CamelPersonalizeKey", "Adults"));

        assertThat(definition(exchange)).containsEntry("name", "Grown up");
        assertThat((List<?>) send("personalize:audiences?operation=list", null).getMessage().getBody(List.class)).extracting("name")
                .containsExactly("Grown up");
    }

    @Test
    void deleteByUid() {
        Object uid = definition(send("personalize:audiences?operation=create", adults())).get("uid");

        assertThat(send("personalize:audiences?operation=delete", null, Map.of("CamelPersonalizeUid", uid)).getException()).isNull();
        assertThat(send("personalize:audiences?operation=list", null).getMessage().getBody(List.class)).isEmpty();
    }

    @Test
    void projectsAreKeptApart() {
        send("personalize:audiences?operation=create&projectUid=other", adults());

        assertThat(send("personalize:audiences?operation=list", null).getMessage().getBody(List.class)).isEmpty();
        assertThat(send("personalize:audiences?operation=list&projectUid=other", null).getMessage().getBody(List.class)).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(String object) {
        return new ObjectMapper().convertValue(json(object), Map.class);
    }
}
