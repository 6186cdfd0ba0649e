// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Versions that come out of order, with tombstones between: the rule is the same for single records, in a batch, and from one batch to the next. */
@BothDialects
class VersionOrderTest extends EmulatedRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert&versionField=rev&tombstone=delete&failOn=none"
            + "&stateRepository=#states";

    private String uri = UPSERT;

    /** Records in the order in which they come: a version, or none for a tombstone; and what becomes of each. */
    enum Records {

        OLDER_BEHIND_TOMBSTONE("7 - 3", "CREATED DELETED UNCHANGED", null), NEWER_BEHIND_TOMBSTONE("7 - 8", "CREATED DELETED CREATED",
                "8"), EQUAL_BEHIND_TOMBSTONE("7 - 7", "CREATED DELETED CREATED", "7"), OLDER_THEN_NEWER("7 - 3 8",
                        "CREATED DELETED UNCHANGED CREATED", "8"), TOMBSTONES_IN_A_ROW("7 - - 3 -",
                                "CREATED DELETED UNCHANGED UNCHANGED UNCHANGED", null), TOMBSTONE_BEHIND_OLDER("7 3 -",
                                        "CREATED UNCHANGED DELETED", null), TOMBSTONE_FIRST("- 7 - 3",
                                                "UNCHANGED CREATED DELETED UNCHANGED",
                                                null);

        private final List<String> versions;
        private final List<String> outcomes;
        private final String last;

        Records(String versions, String outcomes, String last) {
            this.versions = List.of(versions.split(" "));
            this.outcomes = List.of(outcomes.split(" "));
            this.last = last;
        }

        /** The records in groups, in each possible way. A bit says whether the next record is in another group. */
        private Stream<Arguments> groupings() {
            return IntStream.range(0, 1 << versions.size() - 1).mapToObj(bits -> Arguments.of(this, groups(bits)));
        }

        private List<List<String>> groups(int bits) {
            List<List<String>> groups = new ArrayList<>(List.of(new ArrayList<>()));
            for (int i = 0; i < versions.size(); i++) {
                groups.get(groups.size() - 1).add(versions.get(i));
                if ((bits >> i & 1) == 1) {
                    groups.add(new ArrayList<>());
                }
            }
            return groups;
        }
    }

    static Stream<Arguments> groupings() {
        return Stream.of(Records.values()).flatMap(Records::groupings);
    }

    @BeforeEach
    void keepStates() {
        context.getRegistry().bind("states", new MemoryStateRepository());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("groupings")
    void F50_whatComesBehindATombstoneMustNotBeOlderThanWhatWasWrittenBeforeIt(Records records, List<List<String>> groups) {
        List<String> outcomes = groups.stream().flatMap(group -> outcomes(group.stream().map(this::exchange).toList())).toList();

        assertThat(outcomes).isEqualTo(records.outcomes);
        assertThat(names()).isEqualTo(Stream.ofNullable(records.last).toList());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("groupings")
    void F50_singleRecordsAndBatchesFollowEachOtherByTheSameRule(Records records, List<List<String>> groups) {
        List<String> outcomes = groups.stream().flatMap(this::sent).toList();

        assertThat(outcomes).isEqualTo(records.outcomes);
        assertThat(names()).isEqualTo(Stream.ofNullable(records.last).toList());
    }

    @Test
    void F50_aBatchThatIsDeliveredAgainEndsAsItDidBefore() {
        for (int i = 0; i < 3; i++) {
            outcomes(Stream.of("7", "-", "3").map(this::exchange).toList());

            assertThat(names()).isEmpty();
        }
    }

    @Test
    void F50_whatWasWrittenBeforeATombstoneIsRememberedOverARestart() {
        sent(List.of("7"));
        sent(List.of("-"));

        context.removeComponent("personalize");
        startContext();
        uri = UPSERT + "&maxRetries=1";

        assertThat(sent(List.of("3"))).containsExactly("UNCHANGED");
        assertThat(sent(List.of("3", "-", "5"))).containsExactly("UNCHANGED", "UNCHANGED", "UNCHANGED");
        assertThat(names()).isEmpty();
    }

    /** A group of one is sent as a record on its own. */
    private Stream<String> sent(List<String> group) {
        if (group.size() != 1) {
            return outcomes(group.stream().map(this::exchange).toList());
        }
        Exchange exchange = exchange(group.get(0));
        return Stream.of(send(uri, exchange.getMessage().getBody(), exchange.getMessage().getHeaders()).getMessage()
                .getHeader("CamelPersonalizeOutcome", String.class));
    }

    private Stream<String> outcomes(List<Exchange> exchanges) {
        BatchReport report = send(uri, exchanges).getMessage().getBody(BatchReport.class);
        return report.items().stream().map(item -> item.outcome()).map(Outcome::name);
    }

    private List<String> names() {
        return emulator().project(PROJECT).attributes().stream().map(attribute -> attribute.path("name").asText()).toList();
    }

    private Exchange exchange(String version) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeaders(new HashMap<>(Map.of("kafka.KEY", "age")));
        if (!version.equals("-")) {
            exchange.getMessage().setBody(samples.attribute("age", version, "\"rev\": " + version));
        }
        return exchange;
    }
}
