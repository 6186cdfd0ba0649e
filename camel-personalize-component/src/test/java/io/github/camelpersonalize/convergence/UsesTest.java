// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.convergence.Pruning.User;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.project.Referrers.Mention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What may be deleted, and in which order. The definitions are called u0, u1, …, and use those that their texts name. */
class UsesTest {

    @Test
    void whatNobodyUsesGoesAtOnce() {
        Uses uses = uses(List.of(), "", "", "");

        assertThat(uses.free()).containsExactly(0, 1, 2);
        assertThat(uses.kept()).isEmpty();
    }

    @Test
    void eachGoesAfterAllThatUseIt() {
        assertThat(uses(List.of(), "", "u0", "u0 u1", "u1").free()).containsExactly(2, 3, 1, 0);
    }

    @Test
    void whatIsUsedByWhatStaysStaysAndSoDoesWhatThatUses() {
        Uses uses = uses(List.of(user("Home", "u1"), user("Shop", "u1")), "", "u0", "");

        assertThat(uses.free()).containsExactly(2);
        assertThat(uses.kept()).isEqualTo(Map.of(1, List.of("Home", "Shop"), 0, List.of("d1")));
    }

    @Test
    void alsoWhenAnotherThatUsesItGoes() {
        Uses uses = uses(List.of(user("Home", "u0")), "", "u0");

        assertThat(uses.free()).containsExactly(1);
        assertThat(uses.kept()).isEqualTo(Map.of(0, List.of("Home")));
    }

    @Test
    void ofTheUsersOnlyThoseThatStayAreNamed() {
        assertThat(uses(List.of(user("Home", "u2")), "", "u0", "u0").kept()).isEqualTo(Map.of(0, List.of("d2"), 2, List.of("Home")));
    }

    @Test
    void aCycleStays() {
        assertThat(uses(List.of(), "u1", "u0").kept()).isEqualTo(Map.of(0, List.of("d1"), 1, List.of("d0")));
    }

    @Test
    void whatUsesOnlyItselfGoes() {
        assertThat(uses(List.of(), "u0").free()).containsExactly(0);
    }

    @Test
    void aChainOfAnyLengthIsNoProblem() {
        String[] chain = IntStream.range(0, 20_000).mapToObj(i -> i == 0 ? "" : "u" + (i - 1)).toArray(String[]::new);

        List<Integer> free = uses(List.of(), chain).free();

        assertThat(free).hasSize(20_000).startsWith(19_999, 19_998).endsWith(1, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": "u1"}                           | true
            {"a": [{"b": ["u1"]}]}                | true
            {"u1": true}                          | true
            {"a": {"u1": {}}}                     | true
            {"rules": {"attribute": "age"}}       | true
            {"rules": {"all": [{"age": 1}]}}      | true
            {"attribute": "age"}                  | false
            {"a": "u1 and more"}                  | false
            {"a": 1, "b": null}                   | false
            """)
    void aDefinitionIsMentionedByUidAnywhereAndByKeyInRules(String user, boolean mentioned) {
        Mentions mentions = new Mentions(List.of(new Mention(Set.of("u1"), Set.of("age"), Optional.of("rules"))));

        assertThat(mentions.in(List.of(json(user)))).isEqualTo(mentioned ? Set.of(0) : Set.of());
    }

    @Test
    void severalAreFoundInTheirOrder() {
        Mentions mentions = new Mentions(List.of(mention("u0"), mention("u1"), mention("u1"), mention("u2")));

        assertThat(mentions.in(List.of(json("{\"a\": \"u2\"}"), json("[\"u1\", \"u1\"]")))).containsExactly(1, 2, 3);
        assertThat(new Mentions(List.of()).in(List.of(json("{\"a\": \"u2\"}")))).isEmpty();
    }

    private static Uses uses(List<User> staying, String... texts) {
        List<User> candidates = new ArrayList<>();
        for (String text : texts) {
            candidates.add(user("d" + candidates.size(), text));
        }
        return new Uses(IntStream.range(0, texts.length).mapToObj(i -> mention("u" + i)).toList(), staying, candidates);
    }

    private static User user(String name, String uids) {
        return new User(name, List.of(json("[\"" + uids.replace(" ", "\", \"") + "\"]")));
    }

    private static Mention mention(String uid) {
        return new Mention(Set.of(uid), Set.of(), Optional.empty());
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(UTF_8));
    }
}
