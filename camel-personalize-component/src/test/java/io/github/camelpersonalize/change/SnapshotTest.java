// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.project;
import static org.assertj.core.api.Assertions.assertThat;

class SnapshotTest {

    @Test
    void whatTakesTheKeyOfAnotherComesAfterThatHasLeftIt() {
        Snapshot before = attributes("""
                [{"uid": "1", "key": "a"}, {"uid": "2", "key": "b"}, {"uid": "3", "key": "c"}]""");
        Snapshot after = attributes("""
                [{"uid": "9", "key": "b"}, {"uid": "8", "key": "a"}, {"uid": "2", "key": "d"}, {"uid": "3", "key": "c"}]""");

        assertThat(changes(attributes, before, after)).containsExactly("DELETED attribute \"a\"", "UPDATED attribute \"d\"",
                "CREATED attribute \"b\"", "CREATED attribute \"a\"");
    }

    @Test
    void aKeyIsLeftBeforeAnotherTakesIt() {
        Snapshot before = attributes("""
                [{"uid": "1", "key": "a"}, {"uid": "2", "key": "b"}, {"uid": "3", "key": "c"}, {"uid": "4", "key": "d"}]""");
        Snapshot after = attributes("""
                [{"uid": "1", "key": "b"}, {"uid": "4", "key": "d", "x": 1}, {"uid": "2", "key": "c"}, {"uid": "3", "key": "e"}]""");

        assertThat(changes(attributes, before, after)).containsExactly("UPDATED attribute \"e\"", "UPDATED attribute \"c\"",
                "UPDATED attribute \"b\"", "UPDATED attribute \"d\"");
    }

    @Test
    void whatKeepsItsKeyOrHadNoneStaysWhereItCame() {
        Snapshot before = attributes("""
                [{"uid": "1", "key": "a"}, {"uid": "2"}, {"uid": "3"}]""");
        Snapshot after = attributes("""
                [{"uid": "2", "key": "a"}, {"uid": "3", "x": 1}, {"uid": "1", "key": "a", "x": 1}]""");

        assertThat(before.changes(attributes, after)).extracting(Change::uid).containsExactly("2", "3", "1");
    }

    @Test
    void ofTwoThatLeaveOneKeyTheFirstMakesRoom() {
        Snapshot before = attributes("""
                [{"uid": "1", "key": "a"}, {"uid": "2", "key": "a"}, {"uid": "3", "key": "b"}]""");
        Snapshot after = attributes("""
                [{"uid": "3", "key": "a"}, {"uid": "1", "key": "c"}, {"uid": "2", "key": "d"}]""");

        assertThat(before.changes(attributes, after)).extracting(Change::uid).containsExactly("1", "3", "2");
    }

    @Test
    void definitionsThatSwapTheirKeysAreTwoUpdates() {
        Snapshot before = attributes("""
                [{"uid": "1", "key": "a"}, {"uid": "2", "key": "b"}]""");
        Snapshot after = attributes("""
                [{"uid": "1", "key": "b"}, {"uid": "2", "key": "a"}]""");

        assertThat(changes(attributes, before, after)).containsExactlyInAnyOrder("UPDATED attribute \"a\"", "UPDATED attribute \"b\"");
    }

    @Test
    void whatIsReferredToComesFirstAndGoesLast() {
        Snapshot before = Snapshot.of(Map.of(attributes, Json.read("[{\"uid\": \"1\", \"key\": \"a\"}]"), audiences,
                Json.read("[{\"uid\": \"2\", \"name\": \"A\"}, {\"uid\": \"3\", \"name\": \"B\"}]")));
        Snapshot after = Snapshot.of(Map.of(attributes, Json.read("[{\"uid\": \"4\", \"key\": \"d\"}]"), audiences,
                Json.read("[{\"uid\": \"3\", \"name\": \"C\"}]")));

        assertThat(changes(project, before, after)).containsExactly("DELETED audience \"A\"", "DELETED attribute \"a\"",
                "CREATED attribute \"d\"", "UPDATED audience \"C\"");
    }

    @Test
    void aSnapshotWithAllItsChangesIsTheLaterOne() {
        Snapshot before = attributes("""
                [{"uid": "1", "key": "a"}, {"uid": "2", "key": "b"}]""");
        Snapshot after = attributes("""
                [{"uid": "3", "key": "c"}, {"uid": "2", "key": "b2"}]""");
        Snapshot advanced = before.copy();

        before.changes(attributes, after).forEach(advanced::advance);

        assertThat(advanced.changes(attributes, after)).isEmpty();
        assertThat(before.changes(attributes, after)).hasSize(3);
    }

    @Test
    void theFirstDefinitionOfAKindIsSeenAsAnyOther() {
        Snapshot seen = Snapshot.empty();

        seen.advance(Change.created(attributes, "1", Json.read("{\"uid\": \"1\"}")));

        assertThat(seen.definitions(attributes)).containsExactly(Json.read("{\"uid\": \"1\"}"));
    }

    @Test
    void itsSizeIsThatOfAllKinds() {
        Snapshot snapshot = Snapshot.of(Map.of(attributes, Json.read("[{\"uid\": \"1\"}, {\"uid\": \"2\"}]"), audiences,
                Json.read("[{\"uid\": \"3\"}]")));

        assertThat(snapshot.size()).isEqualTo(3);
        assertThat(Snapshot.empty().size()).isZero();
    }

    @Test
    void F117_aChainOfRenamesOfAnyLengthIsDeliveredFromItsEnd() {
        int length = 100_000;
        ArrayNode before = JsonNodeFactory.instance.arrayNode();
        ArrayNode after = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, length).forEach(i -> {
            before.addObject().put("uid", "u" + i).put("key", "k" + i);
            after.addObject().put("uid", "u" + i).put("key", "k" + (i + 1));
        });

        List<Change> changes = Snapshot.of(Map.of(attributes, before)).changes(attributes, Snapshot.of(Map.of(attributes, after)));

        assertThat(changes).extracting(Change::uid)
                .isEqualTo(IntStream.iterate(length - 1, i -> i >= 0, i -> i - 1).mapToObj(i -> "u" + i).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"x": 1}                       | {"x": 1.0}                    | true
            {"x": 1e400}                   | {"x": 10e399}                 | true
            {"x": 0.1}                     | {"x": 0.10000000000000000001} | false
            {"x": {"a": 1, "b": [2, 3.0]}} | {"x": {"b": [2.0, 3], "a": 1}} | true
            {"x": [1, 2]}                  | {"x": [2, 1]}                 | false
            {"x": null}                    | {}                            | false
            {"x": "1"}                     | {"x": 1}                      | false
            {"x": 1, "y": 2}               | {"x": 1}                      | false
            {"x": 1}                       | {"x": 1, "y": 2}              | false
            {"x": true}                    | {"x": "true"}                 | false
            """)
    void definitionsAreComparedByWhatTheySay(String before, String after, boolean same) {
        assertThat(attributes(withUid(before)).changes(attributes, attributes(withUid(after))).isEmpty()).isEqualTo(same);
    }

    private static String withUid(String definition) {
        return "[" + definition.replaceFirst("\\{", "{\"uid\": \"1\", ").replace(", }", "}") + "]";
    }

    private static Snapshot attributes(String list) {
        return Snapshot.of(Map.of(attributes, Json.read(list)));
    }

    private static List<String> changes(Resource resource, Snapshot before, Snapshot after) {
        return before.changes(resource, after).stream().map(Change::toString).toList();
    }
}
