// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTreeTest {

    private static final List<Object> VALUES = Arrays.asList("text", 1, 2L, new BigInteger("3"), new BigDecimal("4.50"), true, null,
            List.of(), List.of("one"), List.of(1, 2, 3), new ArrayList<>(List.of("a")), Map.of(), Map.of("k", "v"), Map.of("k", Map.of()));

    static Stream<Map<String, Object>> maps() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Object value : VALUES) {
            members.put("member" + members.size(), value);
        }
        return Stream.of(members, new HashMap<>(members), new TreeMap<>(members), Collections.unmodifiableMap(members));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void aPlainMapBecomesTheTreeThatTheSerializerWouldMakeOfIt(Map<String, Object> map) {
        assertThat(PlainTree.of(map)).isPresent();
        assertThat(PlainTree.of(map).orElseThrow().toString()).isEqualTo(Json.of(new LinkedHashMap<>(map) {

            private static final long serialVersionUID = 1L;
        }).toString());
    }

    @Test
    void whatMayBeWrittenInAnotherWayIsLeftToTheSerializer() {
        assertThat(PlainTree.of(Map.of("list", new LinkedList<>()))).isEmpty();
        assertThat(PlainTree.of(Map.of("tree", JsonNodeFactory.instance.textNode("a")))).isEmpty();
        assertThat(PlainTree.of(Map.of(1, "key that is no text"))).isEmpty();
    }
}
