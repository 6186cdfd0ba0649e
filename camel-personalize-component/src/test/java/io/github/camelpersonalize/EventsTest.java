// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BothDialects
class EventsTest extends EmulatedRoutes {

    @Test
    void createListAndGet() {
        Object uid = definition(send("personalize:events?operation=create", samples.event("purchase", "Purchase"))).get("uid");

        assertThat((List<?>) send("personalize:events?operation=list", null).getMessage().getBody(List.class)).extracting("uid")
                .containsExactly(uid);
        assertThat(definition(send("personalize:events?operation=get&key=purchase", null))).containsEntry("uid", uid);
        assertThat(calls()).containsExactly("POST /events", "GET /events", "GET /events");
    }
}
