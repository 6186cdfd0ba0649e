// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import io.github.camelpersonalize.PersonalizeConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What only the contract's dialect has: lists with and without an envelope, and fewer resources. */
class ContractConsumerTest extends ConsumerRoutes {

    private static final String ATTRIBUTES = "personalize:attributes?emitInitial=false";

    @Test
    void F66_anotherOrderFormOrSpellingOfNumbersIsNoChange() throws Exception {
        lists("attributes", """
                [{"uid": "a1", "key": "age", "limits": [1, 2.50, 1e3]}, {"uid": "a2", "key": "city"}]""", """
                {"data": [ {"key": "city", "uid": "a2"},
                           {"limits": [1.0, 2.5, 1000], "key": "age", "uid": "a1"} ]}""");
        PersonalizeConsumer consumer = consume(ATTRIBUTES);
        poll(consumer);

        assertThat(poll(consumer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            personalize:geolocation?changes=created | personalize:geolocation: nothing can be consumed from it; consume from attributes, audiences, events, experiences or project
            personalize:attributes?changes=renamed | personalize:attributes: the option changes must be a list of created, updated, deleted
            personalize:attributes?changes=created,,deleted | personalize:attributes: the option changes must be a list of created, updated, deleted
            personalize:projects?changes=created | personalize:projects: there is no resource "projects"; use attributes, audiences, events, experiences, geolocation, project; dialect=live has it
            """)
    void aMistakeIsToldAtStart(String uri, String message) {
        assertThatThrownBy(() -> consume(uri)).rootCause().isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
