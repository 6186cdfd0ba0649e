// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonLimits;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A message asks for one definition, or for a batch of them. */
class InputReaderTest extends BoundMessages {

    private static final String BATCH = "[{\"key\": \"a\"}, {\"key\": \"b\"}]";

    private static Input read(Operation operation, Message message) {
        return MessageBinding.of(Resource.attributes, Dialect.CONTRACT, true).readRequest(operation, message, PROJECT, false);
    }

    private static InputRecord single(Input input) {
        return ((Input.Single) input).item();
    }

    private static List<InputRecord> items(Input input) {
        return ((Input.Batch) input).items();
    }

    private static List<String> bodies(Input input) {
        return items(input).stream().map(item -> String.valueOf(item.body())).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"list", "getPriority", "listRegions", "listCountries", "listCities", "export", "unused"})
    void whatOnlyReadsNeedsNoBody(Operation operation) {
        assertThat(single(read(operation, message("[no JSON")))).isSameAs(InputRecord.NONE);
    }

    @Test
    void anObjectIsOneDefinition() {
        InputRecord record = single(read(Operation.create, message("{\"key\": \"a\"}", Map.of("CamelPersonalizeUid", "u1",
                "CamelPersonalizeKey", "k1", "CamelPersonalizeVersionUid", "v1"))));

        assertThat(record.body()).isEqualTo(Json.read("{\"key\": \"a\"}"));
        assertThat(record).extracting(InputRecord::uid, InputRecord::key, InputRecord::versionUid, InputRecord::fault).containsExactly("u1",
                "k1", "v1", null);
    }

    @Test
    void whatCannotBeReadIsTheFaultOfTheRecord() {
        assertThat(single(read(Operation.create, message("{"))).fault()).startsWith("Unexpected end-of-input");
        assertThat(single(read(Operation.create, message("{\"a\": \"\\ud800\"}"))).fault())
                .isEqualTo("/a the text has half a surrogate pair, which no encoding can carry");
        assertThat(single(read(Operation.create, message(null))).fault()).isEqualTo("the message has no body");
    }

    static Stream<Object> batches() {
        List<String> items = List.of("{\"key\": \"a\"}", "{\"key\": \"b\"}");
        return Stream.of(BATCH, BATCH.getBytes(UTF_8), Json.read(BATCH), items, Arguments.of((Object) items.toArray()), items.iterator(),
                items.stream(),
                List.of(Map.of("key", "a"), Map.of("key", "b")), new ByteArrayInputStream(BATCH.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void anArrayOrWhatJavaCanIterateOverIsABatch(Object body) {
        Message message = message(body);
        Input first = read(Operation.create, message);

        assertThat(bodies(first)).containsExactly("{\"key\":\"a\"}", "{\"key\":\"b\"}");
        assertThat(items(first)).extracting(item -> item.coordinates().toString()).containsExactly("item 1", "item 2");
        assertThat(read(Operation.create, message)).isEqualTo(first);
    }

    @Test
    void anItemThatCannotBeReadDoesNotPreventTheOthers() {
        for (Object body : List.of("[{\"a\": \"\\ud800\"}, {\"key\": \"b\"}]", List.of("{", "{\"key\": \"b\"}"),
                List.of(Map.of("a", "\ud800"), Map.of("key", "b")))) {
            List<InputRecord> items = items(read(Operation.create, message(body)));

            assertThat(items.get(0).fault()).isNotEmpty();
            assertThat(items.get(1).fault()).isNull();
            assertThat(items.get(1).body()).hasToString("{\"key\":\"b\"}");
        }
    }

    @Test
    void itemsMayBeMessagesAndExchangesWithHeadersOfTheirOwn() {
        Message own = message("{\"key\": \"a\"}", Map.of("CamelPersonalizeKey", "a"));
        Message loose = new DefaultMessage(context());
        loose.setBody(new ByteArrayInputStream("{\"key\": \"b\"}".getBytes(UTF_8)));
        loose.setHeader("CamelPersonalizeKey", "b");
        Message exchanged = message("{\"key\": \"c\"}", Map.of("CamelPersonalizeKey", "c"));

        List<InputRecord> items = items(read(Operation.upsert, message(List.of(own, loose, exchanged.getExchange()))));

        assertThat(items).extracting(InputRecord::key).containsExactly("a", "b", "c");
        assertThat(items).extracting(InputRecord::fault).containsOnlyNulls();
        assertThat(loose.getBody()).isInstanceOf(StreamCache.class);
    }

    @Test
    void itemsThatCanBeReadOnlyOnceAreReplacedByWhatWasRead() {
        Message batch = message(List.of(new ByteArrayInputStream("{\"key\": \"a\"}".getBytes(UTF_8)), "{\"key\": \"b\"}"));

        read(Operation.create, batch);

        assertThat((List<?>) batch.getBody()).hasSize(2).first().isInstanceOf(StreamCache.class);
        assertThat(bodies(read(Operation.create, batch))).containsExactly("{\"key\":\"a\"}", "{\"key\":\"b\"}");
    }

    @Test
    void aBatchWhoseItemsCanBeReadAgainStaysAsItIs() {
        List<String> items = new ArrayList<>(List.of("{}"));
        Message batch = message(items);

        read(Operation.create, batch);

        assertThat(batch.getBody()).isSameAs(items);
    }

    @Test
    void aBatchIsAsLongAsItMayBe() {
        List<Integer> most = Collections.nCopies(JsonLimits.MAX_ITEMS, 1);
        List<Integer> more = Collections.nCopies(JsonLimits.MAX_ITEMS + 1, 1);

        assertThat(items(read(Operation.create, message(most)))).hasSize(JsonLimits.MAX_ITEMS);
        assertThat(single(read(Operation.create, message(more))).fault())
                .isEqualTo("the batch has more than 100000 items; split it into smaller batches");
        assertThat(single(read(Operation.create, message(Json.of(Map.of("a", more)).path("a")))).fault())
                .isEqualTo("the batch has more than 100000 items; split it into smaller batches");
    }

    @ParameterizedTest
    @EnumSource(names = {"update", "delete"})
    void aBatchAndOneTargetContradictEachOther(Operation operation) {
        Input refused = new Input.Refused(
                "the body is a batch, but a uid or key (option or header) addresses one definition; remove the one or the other");

        assertThat(read(operation, message(BATCH, Map.of("CamelPersonalizeUid", "u1")))).isEqualTo(refused);
        assertThat(read(operation, message(BATCH, Map.of("CamelPersonalizeKey", "k1")))).isEqualTo(refused);
        assertThat(new InputReader(new RecordReader(PROJECT, Resource.attributes), true).read(operation, message(BATCH)))
                .isEqualTo(refused);
        assertThat(items(read(operation, message(BATCH)))).hasSize(2);
        assertThat(items(read(Operation.upsert, message(BATCH, Map.of("CamelPersonalizeUid", "u1"))))).hasSize(2);
    }

    @Test
    void anOrderOfPriorityIsNoBatch() {
        assertThat(read(Operation.updatePriority, message(BATCH)))
                .isEqualTo(new Input.Refused("the body is an array; send an object, as in {\"priority\": [\"uid\", …]}"));
    }

    @Test
    void otherOperationsTakeNoBatch() {
        assertThat(single(read(Operation.createVersion, message(BATCH))).fault()).isEqualTo("the body is a batch");
    }

    @Test
    void oneValueIsNoBatchAlthoughJavaCanIterateOverIt() {
        assertThat(MessageBinding.items(Json.read("[1]"))).isEmpty();
        assertThat(MessageBinding.items(Path.of("a/b"))).isEmpty();
        assertThat(MessageBinding.items("text")).isEmpty();
        assertThat(MessageBinding.items(new Object[]{1})).get().isEqualTo(List.of(1));
        assertThat(MessageBinding.items(List.of(1))).get().isEqualTo(List.of(1));
    }

    @Test
    void aTextOfAMessageIsReadInItsCharset() {
        assertThat(MessageBinding.text(message("Größe"), "Größe", null)).isEqualTo("Größe");
    }
}
