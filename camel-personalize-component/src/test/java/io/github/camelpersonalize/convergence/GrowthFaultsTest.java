// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.Growth;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.convergence.Pruning.User;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.project.Referrers.Mention;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Projects of any number of definitions. */
class GrowthFaultsTest {

    @Test
    void F116_deletionsOfManyDefinitionsGrowWithTheirNumberAndNotWithItsSquare() {
        assertThat(Growth.ofFourTimes(2_000, size -> uses(size, "\"none\""))).isLessThan(Growth.LINEARITHMIC);
    }

    @Test
    void F116_aChainOfManyDefinitionsGrowsWithItsLength() {
        assertThat(Growth.ofFourTimes(2_000, GrowthFaultsTest::chain)).isLessThan(Growth.LINEARITHMIC);
    }

    @Test
    void F116_aChainOfTwentyThousandAudiencesGoesFromItsEnd() {
        Uses uses = chain(20_000);

        assertThat(uses.free()).isEqualTo(IntStream.iterate(19_999, i -> i >= 0, i -> i - 1).boxed().toList());
        assertThat(uses.kept()).isEmpty();
    }

    @Test
    void F116_definitionsThatUseEachOtherStayWithAllThatTheyUse() {
        Uses uses = uses(List.of("{\"uid\": \"u0\", \"x\": \"u1\"}", "{\"uid\": \"u1\", \"x\": [\"u0\", \"u2\"]}", "{\"uid\": \"u2\"}",
                "{\"uid\": \"u3\", \"u2\": \"u3\"}"), List.of());

        assertThat(uses.free()).containsExactly(3);
        assertThat(uses.kept()).hasToString("{0=[user 1], 1=[user 0], 2=[user 1]}");
    }

    /** Each uses the one before, so that the last has to go first. */
    private static Uses chain(int size) {
        return uses(IntStream.range(0, size).mapToObj(i -> "{\"uid\": \"u" + i + "\", \"uses\": \"u" + (i - 1) + "\"}").toList(),
                List.of());
    }

    /** As many that use nothing, and as many that stay and each use one of them. */
    private static Uses uses(int size, String other) {
        return uses(IntStream.range(0, size).mapToObj(i -> "{\"uid\": \"u" + i + "\", \"uses\": " + other + "}").toList(),
                IntStream.range(0, size).mapToObj(i -> "{\"uses\": \"u" + i + "\"}").toList());
    }

    private static Uses uses(List<String> candidates, List<String> staying) {
        List<JsonNode> definitions = candidates.stream().map(Json::read).toList();
        List<Mention> mentions = definitions.stream().map(one -> new Mention(Set.of(one.path("uid").asText()), Set.of(),
                Dialect.CONTRACT.keySite().map(Dialect.KeySite::within))).toList();
        return new Uses(mentions, users(staying.stream().map(Json::read).toList()), users(definitions));
    }

    private static List<User> users(List<JsonNode> definitions) {
        List<User> users = new ArrayList<>();
        definitions.forEach(definition -> users.add(new User("user " + users.size(), List.of(definition))));
        return users;
    }
}
