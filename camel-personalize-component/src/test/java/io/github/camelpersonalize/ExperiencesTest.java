// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Experience;
import io.github.camelpersonalize.model.ExperiencePriority;
import io.github.camelpersonalize.model.Variant;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExperiencesTest extends EmulatedRoutes {

    private Object adults;

    @BeforeEach
    void createAnAudience() {
        adults = definition(send("personalize:audiences?operation=create", Map.of("name", "Adults"))).get("uid");
        emulator().clearRequests();
    }

    @Test
    void createWithVariants() {
        Definition created = create("Hero");

        assertThat(created).containsEntry("type", "SEGMENTED").containsEntry("status", "DRAFT");
        assertThat((List<?>) created.get("variants")).extracting("audience_uid").containsExactly(adults);
    }

    @Test
    void getByUidIsACallOfItsOwnAndByNameTheList() {
        Object uid = create("Hero").get("uid");
        emulator().clearRequests();

        assertThat(definition(send("personalize:experiences?operation=get&uid=" + uid, null))).containsEntry("name", "Hero");
        assertThat(definition(send("personalize:experiences?operation=get&key=Hero", null))).containsEntry("uid", uid);
        assertThat(calls()).containsExactly("GET /experiences/" + uid, "GET /experiences");
    }

    @Test
    void updateSendsTheVariantsWithTheirUids() {
        Definition hero = create("Hero");
        hero.put("name", "Hero 2");

        Definition updated = definition(send("personalize:experiences?operation=update", hero));

        assertThat(updated).containsEntry("name", "Hero 2").containsEntry("variants", hero.get("variants"));
    }

    @Test
    void anActiveExperienceCannotBeDeleted() {
        emulator().seed(PROJECT, """
                {"experiences": [{"uid": "64c7787b333555469a861224", "name": "Hero", "type": "SEGMENTED", "status": "ACTIVE"}]}""");

        Exchange exchange = send("personalize:experiences?operation=delete&key=Hero", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageStartingWith("experience \"Hero\": the service refused it with 400: ");
    }

    @Test
    void aDraftIsDeleted() {
        create("Hero");

        Exchange exchange = send("personalize:experiences?operation=delete&key=Hero", null);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("DELETED");
    }

    @Test
    void thePriorityIsReadAndReplaced() {
        Object first = create("First").get("uid");
        Object second = create("Second").get("uid");

        assertThat(definition(send("personalize:experiences?operation=getPriority", null))).containsEntry("priority",
                List.of(first, second));
        Exchange exchange = send("personalize:experiences?operation=updatePriority",
                ExperiencePriority.of(List.of(second.toString(), first.toString())));

        assertThat(definition(exchange)).containsEntry("priority", List.of(second, first));
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UPDATED");
        assertThat(definition(send("personalize:experiences?operation=getPriority", null))).containsEntry("priority",
                List.of(second, first));
    }

    @Test
    void anIncompletePriorityIsRefusedBeforeItIsSent() {
        Object first = create("First").get("uid");
        Object second = create("Second").get("uid");
        emulator().clearRequests();

        Exchange exchange = send("personalize:experiences?operation=updatePriority", Map.of("priority", List.of(first)));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("experience: /priority leaves out experiences of project \"p1\": " + second);
        assertThat(calls()).containsExactly("GET /experiences/priority");
    }

    @Test
    void unlessItIsNotToBeChecked() {
        Object first = create("First").get("uid");
        create("Second");
        emulator().clearRequests();

        Exchange exchange = send("personalize:experiences?operation=updatePriority&validate=false", Map.of("priority", List.of(first)));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageStartingWith("experience: the service refused it with 400: ");
        assertThat(calls()).containsExactly("PUT /experiences/priority");
    }

    private Definition create(String name) {
        return definition(send("personalize:experiences?operation=create",
                Experience.of(name, "SEGMENTED", List.of(Variant.segmented("Grown up", adults.toString())))));
    }
}
