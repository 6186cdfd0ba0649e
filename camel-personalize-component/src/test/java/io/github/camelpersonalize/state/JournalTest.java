// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelpersonalize.model.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** State that is stored as a base and the changes after it. */
class JournalTest {

    private static final Map<String, String> HEAD = Map.of("of", "tests");

    private final Map<String, String> disk = new HashMap<>();
    private long written;
    private int writesLeft = Integer.MAX_VALUE;

    @Test
    void whatWasStoredIsReadInItsOrder() {
        List<String> model = new ArrayList<>();
        Journal journal = Journal.open(store("key"));
        IntStream.range(0, 2_000).forEach(i -> store(journal, model, "entry " + i));

        assertThat(stored()).isEqualTo(model).hasSize(2_000);
        assertThat(disk.size()).isGreaterThan(5);
    }

    @Test
    void itGoesOnWhereAnEarlierRunHasEnded() {
        List<String> model = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> store(Journal.open(store("key")), model, "entry " + i));

        assertThat(stored()).isEqualTo(model);
    }

    /** Some of the writes replace the whole. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3_000, 20_000})
    void F116_whereverARunEndsAllIsReadThatWasStoredByThen(int length) {
        for (int writes = 0; writes < 27; writes++) {
            disk.clear();
            List<String> model = new ArrayList<>();
            writesLeft = writes;
            try {
                Journal journal = Journal.open(store("key"));
                IntStream.range(0, 30).forEach(i -> store(journal, model, i + "x".repeat(length)));
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("no space left");
            }
            assertThat(stored()).isEqualTo(model).hasSize(writes);
            writesLeft = Integer.MAX_VALUE;
            store(Journal.open(store("key")), model, "more");
            assertThat(stored()).isEqualTo(model);
        }
    }

    @Test
    void F116_whatIsWrittenIsProportionalToWhatChanges() {
        long few = written(1_000);
        long many = written(16_000);

        assertThat(many).isLessThan(16 * few * 3 / 2);
        assertThat(few).isLessThan(1_000L * 5_000);
    }

    @Test
    void F60_aPartThatIsCutOffAnywhereIsTold() {
        Journal journal = Journal.open(store("key"));
        journal.replace(HEAD, List.of());
        journal.append(List.of(TextNode.valueOf("a")));
        String whole = disk.get("key:1");

        for (int length = 0; length < whole.length(); length++) {
            disk.put("key:1", whole.substring(0, length));
            assertThatThrownBy(() -> Journal.open(store("key"))).isInstanceOf(JsonException.class).hasMessage("it is cut off or damaged");
        }
    }

    @Test
    void F60_aPartOfAnEarlierBaseIsIgnored() {
        Journal earlier = Journal.open(store("key"));
        earlier.replace(HEAD, List.of());
        earlier.append(List.of(TextNode.valueOf("a")));

        Journal.open(store("key")).replace(HEAD, List.of());

        assertThat(Journal.open(store("key")).changes()).isEmpty();
    }

    @Test
    void aStateOfTheFormatBeforeIsReadAndReplacedByTheNextWrite() {
        disk.put("key", ChecksummedText.of(1, HEAD, List.of(TextNode.valueOf("a"))));

        Journal journal = Journal.open(store("key"));

        assertThat(journal.base()).hasValueSatisfying(base -> assertThat(base.parts()).containsExactly(TextNode.valueOf("a")));
        assertThat(journal.append(List.of(TextNode.valueOf("b")))).isFalse();
    }

    @Test
    void aPartOf4096CharactersGetsNoFurtherChange() {
        for (int missing : new int[]{0, 1}) {
            disk.clear();
            Journal journal = Journal.open(store("key"));
            journal.replace(HEAD, List.of());
            journal.append(List.of(text(4_096 - missing - overhead(Map.of()))));

            journal.append(List.of(text(1)));

            assertThat(disk.keySet()).containsExactlyInAnyOrderElementsOf(
                    missing == 0 ? List.of("key", "key:1", "key:2") : List.of("key", "key:1"));
        }
    }

    /** 64 Ki characters at least. */
    @ParameterizedTest(name = "{0} parts after a base of {1} characters")
    @CsvSource({"8, 0", "8, 262144", "8, 294908", "9, 294912"})
    void changesAreKeptApartUpToAQuarterOfTheBase(int parts, int base) {
        Journal journal = Journal.open(store("key"));
        journal.replace(HEAD, base == 0 ? List.of() : List.of(text(base - overhead(HEAD))));

        int appended = 0;
        while (journal.append(List.of(text(8_192 - overhead(Map.of()))))) {
            appended++;
        }

        assertThat(appended).isEqualTo(parts + 1);
        assertThat(disk.keySet()).contains("key:1", "key:" + appended).hasSize(appended + 1);
    }

    /** What a state of one text has besides its characters. */
    private static int overhead(Map<String, String> head) {
        return ChecksummedText.of(2, head, List.of(text(UUID.randomUUID().toString().length()), text(0))).length();
    }

    private static TextNode text(int length) {
        return TextNode.valueOf("x".repeat(length));
    }

    private long written(int entries) {
        disk.clear();
        written = 0;
        Journal journal = Journal.open(store("key"));
        List<String> model = new ArrayList<>();
        IntStream.range(0, entries).forEach(i -> store(journal, model, i + "x".repeat(300)));
        return written;
    }

    /** One more entry, as users of a journal store it. */
    private static void store(Journal journal, List<String> model, String entry) {
        if (!journal.append(List.of(TextNode.valueOf(entry)))) {
            List<JsonNode> all = new ArrayList<>();
            model.forEach(known -> all.add(TextNode.valueOf(known)));
            all.add(TextNode.valueOf(entry));
            journal.replace(HEAD, all);
        }
        model.add(entry);
    }

    private List<String> stored() {
        Journal journal = Journal.open(store("key"));
        List<String> all = new ArrayList<>();
        journal.base().ifPresent(base -> base.parts().forEach(entry -> all.add(entry.textValue())));
        journal.changes().forEach(entry -> all.add(entry.textValue()));
        return all;
    }

    private StateStore store(String key) {
        return new StateStore() {

            @Override
            public String name() {
                return key;
            }

            @Override
            public Optional<String> read() {
                return Optional.ofNullable(disk.get(key));
            }

            @Override
            public void write(String text) {
                if (writesLeft == 0) {
                    throw new IllegalStateException("no space left");
                }
                writesLeft--;
                written += text.length();
                disk.put(key, text);
            }

            @Override
            public StateStore part(int number) {
                return store(key + ":" + number);
            }
        };
    }
}
