// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventsTest extends EmulatedRoutes {

    private static final String PURCHASE = """
            {"name": "Purchase", "key": "purchase"}""";

    @Test
    void createListAndGet() {
        Object uid = definition(send("personalize:events?operation=create", PURCHASE)).get("uid");

        assertThat((List<?>) send("personalize:events?operation=list", null).getMessage().getBody(List.class)).extracting("uid")
                .containsExactly(uid);
        assertThat(definition(send("personalize:events?operation=get&key=purchase", null))).containsEntry("uid", uid);
        assertThat(calls()).containsExactly("POST /events", "GET /events", "GET /events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "delete"})
    void eventsCannotBeChangedInThisDialectWhichIsToldAtStart(String operation) {
        assertThatThrownBy(() -> context.getEndpoint("personalize:events?operation=" + operation).createProducer()).hasMessage(
                "personalize:events: there is no operation \"" + operation
                        + "\" in the dialect contract; use list, get, create, upsert; dialect=live has it");
    }
}
