// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The order in which write requests that wait for each other are executed again. */
class BlockadesTest {

    @Test
    void F116_aChainOfAnyLengthIsExecutedAgainFromItsEndInOneRound() {
        List<WriteRequest> chain = IntStream.range(0, 10_000).mapToObj(i -> audience("A" + i, "A" + (i + 1))).toList();

        assertThat(inOrder(chain)).isEqualTo(IntStream.iterate(9_999, i -> i >= 0, i -> i - 1).boxed().toList());
    }

    @Test
    void thoseInACycleAndThoseThatDependOnItComeLast() {
        assertThat(inOrder(List.of(audience("D", "B"), audience("B", "C"), audience("C", "B"), audience("A", "missing"))))
                .containsExactly(3, 1, 2, 0);
    }

    @Test
    void theOrderOfThoseAboutOneDefinitionStays() {
        assertThat(inOrder(List.of(audience("A", "B"), audience("B", "C"), audience("a ", "D")))).containsExactly(0, 1, 2);
    }

    @Test
    void theOrderStaysWhereOneDeletes() {
        WriteRequest deletion = WriteRequest.deletion(Resource.audiences, new Target(null, "C"), null);

        assertThat(inOrder(List.of(audience("A", "B"), audience("B", "C"), deletion))).containsExactly(0, 1, 2);
    }

    private static List<Integer> inOrder(List<WriteRequest> requests) {
        return Blockades.inOrder(Dialect.CONTRACT, requests, Stream.iterate(0, i -> i + 1).limit(requests.size()).toList());
    }

    private static WriteRequest audience(String name, String other) {
        return WriteRequest.of(Resource.audiences, Operation.upsert,
                Json.read("{\"name\": \"%s\", \"rules\": {\"audience\": \"ref:audience/%s\"}}".formatted(name, other)), null);
    }
}
