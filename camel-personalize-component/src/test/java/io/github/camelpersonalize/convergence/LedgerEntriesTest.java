// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The entries of a ledger, as they are found and as they are stored. */
class LedgerEntriesTest {

    private static final Reference AGE = new Reference(Resource.attributes, "age");
    private static final LedgerEntry CREATED = new LedgerEntry(AGE, "a1", "default");
    private static final LedgerEntry INTENDED = new LedgerEntry(AGE, null, "team 2");

    private final LedgerEntries entries = new LedgerEntries();

    @Test
    void anEntryIsFoundByItsUidAndByNameUntilItHasOne() {
        entries.add(CREATED);
        entries.add(INTENDED);

        assertThat(entries.withUid(Resource.attributes, "a1")).containsExactly(CREATED);
        assertThat(entries.withUid(Resource.audiences, "a1")).isEmpty();
        assertThat(entries.withUid(Resource.attributes, null)).isEmpty();
        assertThat(entries.intended(AGE)).containsExactly(INTENDED);
        assertThat(entries.intended(new Reference(Resource.audiences, "age"))).isEmpty();
        assertThat(entries.all()).containsExactly(CREATED, INTENDED);
    }

    @Test
    void whatIsRemovedIsNotFound() {
        entries.add(CREATED);
        entries.add(INTENDED);

        assertThat(entries.remove(CREATED)).isTrue();
        assertThat(entries.remove(INTENDED)).isTrue();

        assertThat(entries.withUid(Resource.attributes, "a1")).isEmpty();
        assertThat(entries.intended(AGE)).isEmpty();
        assertThat(entries.all()).isEmpty();
    }

    @Test
    void aChangeIsWhatWasAddedAndRemovedSinceItWasStored() {
        assertThat(entries.add(CREATED)).isTrue();
        assertThat(entries.add(CREATED)).isFalse();
        entries.stored();
        assertThat(entries.changes()).isEmpty();

        entries.add(INTENDED);
        entries.remove(CREATED);
        assertThat(entries.remove(CREATED)).isFalse();

        assertThat(entries.changes()).containsExactly(
                json("{\"kind\": \"attribute\", \"key\": \"age\", \"uid\": null, \"owner\": \"team 2\"}"),
                json("{\"removed\": {\"kind\": \"attribute\", \"key\": \"age\", \"uid\": \"a1\"}}"));
    }

    @Test
    void theChangesRepeatedAreTheEntries() {
        entries.add(CREATED);
        entries.add(INTENDED);
        entries.remove(CREATED);
        LedgerEntries read = new LedgerEntries();

        entries.changes().forEach(read::repeat);

        assertThat(read.all()).containsExactly(INTENDED);
    }

    @Test
    void aKindOfANewerVersionIsPassedOver() {
        entries.repeat(json("{\"kind\": \"forecast\", \"key\": \"age\", \"uid\": \"a1\"}"));
        entries.repeat(json("{\"removed\": {\"kind\": \"forecast\", \"key\": \"age\", \"uid\": \"a1\"}}"));

        assertThat(entries.all()).isEmpty();
    }

    @Test
    void storedAsAWholeNoArrayHasMoreThan10000() {
        assertThat(entries.rows()).hasSize(1).first().satisfies(rows -> assertThat(rows).isEmpty());

        IntStream.range(0, 10_001).forEach(i -> entries.add(new LedgerEntry(AGE, "a" + i, "default")));

        assertThat(entries.rows()).extracting(JsonNode::size).containsExactly(10_000, 1);
        assertThat(entries.rows().get(0).get(1)).isEqualTo(json("{\"kind\": \"attribute\", \"key\": \"age\", \"uid\": \"a1\"}"));
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(UTF_8));
    }
}
