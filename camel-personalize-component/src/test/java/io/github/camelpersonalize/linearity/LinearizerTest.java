// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.linearity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.linearity.Deed.Naming;
import io.github.camelpersonalize.linearity.Event.Result;
import io.github.camelpersonalize.outcome.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What passes for an order of events, and what does not. */
class LinearizerTest {

    private static final Register ONE = new Register("u1", Map.of("name", "One"));
    private static final Map<String, String> NOTE = Map.of("name", "One", "note", "a note");
    private static final Map<String, String> REMARK = Map.of("name", "One", "remark", "a remark");
    private static final Map<String, String> BOTH = Map.of("name", "One", "note", "a note", "remark", "a remark");

    @Test
    void eventsThatOverlapMayHaveHappenedInEitherOrder() {
        Event upsert = event(Operation.upsert, NOTE, 1, 4, Outcome.UPDATED, NOTE);
        Event before = event(Operation.get, Map.of(), 2, 3, Outcome.UNCHANGED, ONE.members());
        Event after = event(Operation.get, Map.of(), 2, 3, Outcome.UNCHANGED, NOTE);

        assertThat(new Linearizer(List.of(upsert, before)).explains(ONE, new Register("u1", NOTE))).isTrue();
        assertThat(new Linearizer(List.of(upsert, after)).explains(ONE, new Register("u1", NOTE))).isTrue();
    }

    @Test
    void whatIsReadAfterAWriteHasEndedShowsIt() {
        Event upsert = event(Operation.upsert, NOTE, 1, 2, Outcome.UPDATED, NOTE);
        Event before = event(Operation.get, Map.of(), 3, 4, Outcome.UNCHANGED, ONE.members());
        Linearizer order = new Linearizer(List.of(upsert, before));

        assertThat(order.explains(ONE, new Register("u1", NOTE))).isFalse();
        assertThat(order.longest()).containsExactly(upsert);
    }

    @Test
    void ofTwoUpsertsThatOverlapNoneIsLost() {
        Event note = event(Operation.upsert, NOTE, 1, 3, Outcome.UPDATED, NOTE);
        Event remark = event(Operation.upsert, REMARK, 2, 4, Outcome.UPDATED, REMARK);
        Event both = event(Operation.upsert, REMARK, 2, 4, Outcome.UPDATED, BOTH);

        assertThat(new Linearizer(List.of(note, remark)).explains(ONE, new Register("u1", REMARK))).isFalse();
        assertThat(new Linearizer(List.of(note, both)).explains(ONE, new Register("u1", BOTH))).isTrue();
    }

    @Test
    void oneOfTwoCreatesThatOverlapCreates() {
        Event first = event(Operation.create, NOTE, 1, 3, Outcome.CREATED, NOTE);
        Event second = event(Operation.create, NOTE, 2, 4, Outcome.CREATED, NOTE);
        Event adopted = event(Operation.create, NOTE, 2, 4, Outcome.ADOPTED, NOTE);

        assertThat(new Linearizer(List.of(first, second)).explains(Register.ABSENT, new Register("u1", NOTE))).isFalse();
        assertThat(new Linearizer(List.of(adopted, first)).explains(Register.ABSENT, new Register("u1", NOTE))).isTrue();
    }

    @Test
    void whatIsThereAtTheEndIsPartOfTheOrder() {
        Event delete = event(Operation.delete, Map.of(), 1, 3, Outcome.DELETED, null);
        Event update = event(Operation.update, NOTE, 2, 4, Outcome.UPDATED, NOTE);

        assertThat(new Linearizer(List.of(delete, update)).explains(ONE, Register.ABSENT)).isTrue();
        assertThat(new Linearizer(List.of(delete, update)).explains(ONE, new Register("u1", NOTE))).isFalse();
    }

    private static Event event(Operation operation, Map<String, String> members, long invoked, long responded, Outcome outcome,
            Map<String, String> shown) {
        return new Event(new Deed(operation, "age", members, Naming.KEY), Optional.empty(), invoked, responded, false,
                new Result(outcome, "u1", Optional.ofNullable(shown), null));
    }
}
