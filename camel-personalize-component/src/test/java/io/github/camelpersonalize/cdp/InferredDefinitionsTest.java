// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InferredDefinitionsTest {

    private static final String LIMIT = "%s allows %d; raise it, or exclude the name if it is a mistake";

    @Test
    void namesAboveTheLimitAreWithheldReportedOnceAndCounted() {
        TestStream stream = TestStream.ofAtMost(2, 100);

        assertThat(stream.keys("{\"type\": \"identify\", \"traits\": {\"a\": 1, \"b\": 2, \"c\": 3}}")).containsExactly("a:number",
                "b:number");
        assertThat(stream.trait("c", "3")).isEmpty();
        assertThat(stream.trait("a", "3")).containsExactly("a:number");
        assertThat(stream.listener.events).containsExactly("withheld attribute c: " + LIMIT.formatted("maxAttributes", 2));
        assertThat(stream.stream.counts()).isEqualTo(new SegmentStream.Counts(3, 0, 2, 0, 2, 0, 0, 0));
    }

    @Test
    void eachKindHasItsOwnLimit() {
        TestStream stream = TestStream.ofAtMost(0, 1);

        assertThat(stream.trait("a", "1")).isEmpty();
        assertThat(stream.track("One")).containsExactly("one");
        assertThat(stream.track("Two")).isEmpty();
        assertThat(stream.listener.events).containsExactly("withheld attribute a: " + LIMIT.formatted("maxAttributes", 0),
                "withheld event Two: " + LIMIT.formatted("maxEvents", 1));
    }

    @Test
    void aHundredWithheldNamesAreReportedAndTheRestIsCounted() {
        TestStream stream = TestStream.ofAtMost(10, 10);

        IntStream.range(0, 50_000).forEach(i -> stream.track("Event " + i));

        assertThat(stream.listener.events).hasSize(101).last().isEqualTo("limit of withheld event");
        assertThat(stream.stream.counts()).isEqualTo(new SegmentStream.Counts(50_000, 0, 0, 10, 49_990, 0, 0, 0));
    }

    @Test
    void namesWithTheSameKeyAreOneDefinitionNamedAsTheFirst() {
        TestStream stream = TestStream.ofDefaults();

        assertThat(stream.name("Order Completed")).isEqualTo("Order Completed");
        assertThat(stream.name("order_completed")).isEqualTo("Order Completed");
        assertThat(stream.stream.counts().events()).isEqualTo(1);
    }

    @Test
    void F95_twoNamesThatBecomeOneKeyAreToldAndCountedOnce() {
        TestStream stream = TestStream.ofDefaults();

        Stream.of("Order Completed", "order_completed", "Order Completed", "order_completed", "orderCompleted", "order_completed")
                .forEach(stream::track);
        stream.trait("Plan ", "1");
        stream.trait("plan", "1");
        stream.trait("Plan ", "1");

        assertThat(stream.listener.events).containsExactly("merged event order_completed, Order Completed: order_completed",
                "merged event orderCompleted, Order Completed: order_completed", "merged attribute plan, Plan : Plan");
        assertThat(stream.stream.counts()).isEqualTo(new SegmentStream.Counts(9, 0, 1, 1, 0, 0, 3, 0));
    }

    @Test
    void F95_oneNameAloneIsNotTold() {
        TestStream stream = TestStream.ofDefaults();

        stream.track("Order Completed");
        stream.track("Order Completed");
        stream.track("Order Cancelled");

        assertThat(stream.listener.events).isEmpty();
        assertThat(stream.stream.counts().merged()).isZero();
    }

    /** As many others as push it out of what is remembered of names. */
    @Test
    void F95_norIsTheSameNameAgainAfterTensOfThousandsOfOthers() {
        TestStream stream = TestStream.ofFiltered(new NameFilter("*", ""), new NameFilter("*", "other *"));

        stream.track("Order Completed");
        IntStream.range(0, 50_000).mapToObj(number -> "other " + number).forEach(stream::track);
        stream.track("Order Completed");

        assertThat(stream.listener.events).isEmpty();
        assertThat(stream.stream.counts().merged()).isZero();
    }

    @Test
    void F95_moreThanAHundredAreOnlyCounted() {
        TestStream stream = TestStream.ofDefaults();

        IntStream.range(0, 150).mapToObj(number -> "buy" + " ".repeat(number)).forEach(stream::track);

        assertThat(stream.listener.events).hasSize(100);
        assertThat(stream.stream.counts().merged()).isEqualTo(149);
    }

    @Test
    void aKeyThatLooksLikeAKnownOneCountsAsIt() {
        TestStream stream = TestStream.ofDefaults();
        stream.trait("plan", "\"pro\"");

        assertThat(stream.trait("Plan", "\"pro\"")).containsExactly("plan:string");
        assertThat(stream.trait("Plan", "1")).containsExactly("plan:string");
        assertThat(stream.listener.events).containsExactly("merged attribute Plan, plan: plan", "conflict plan: string, number");
    }

    @Test
    void aNameWithoutAKeyIsWithheld() {
        TestStream stream = TestStream.ofDefaults();

        assertThat(stream.track("?!")).isEmpty();
        assertThat(stream.trait(" ", "1")).isEmpty();
        assertThat(stream.listener.events).containsExactly("withheld event ?!: no key can be made from it",
                "withheld attribute  : no key can be made from it");
    }

    @Test
    void aNameThatLooksLikeAReferenceInAManifestIsWrittenAsText() {
        assertThat(TestStream.of(KeyStyle.as_is, KeyStyle.as_is).infer(Json.read("{\"type\": \"track\", \"event\": \"ref:event/a b\"}"))
                .path("events")).isEqualTo(Json.read("[{\"key\": \"ref:text/ref:event/a b\", \"name\": \"ref:text/ref:event/a b\"}]"));
    }

    @Test
    void aLongNameIsWithheld() {
        TestStream stream = TestStream.ofDefaults();

        assertThat(stream.track("x".repeat(256))).hasSize(1);
        assertThat(stream.track("x".repeat(257))).isEmpty();
        assertThat(stream.listener.events).containsExactly("withheld event " + "x".repeat(257) + ": it is longer than 256 characters");
    }

    @ParameterizedTest
    @CsvSource({"*, '', plan, true", "'', '', plan, false", "plan, '', plan, true", "plan, '', plans, false", "plan*, '', plans, true",
            "pl?n, '', plan, true", "pl?n, '', pln, false", "'age, plan', '', plan, true", "*, plan, plan, false", "*, plan, Plan, true",
            "*, 'internal_*,*_id', user_id, false", "*, 'internal_*,*_id', user, true", "a.b, '', axb, false", "[a], '', a, false",
            "plan, plan, plan, false", "*, '*', plan, false"})
    void globsSelectNames(String include, String exclude, String name, boolean isAdmitted) {
        NameFilter filter = new NameFilter(include, exclude);

        assertThat(filter.admits(name)).isEqualTo(isAdmitted);
    }

    @Test
    void excludedNamesAreNeitherReportedNorCounted() {
        TestStream stream = TestStream.ofFiltered(new NameFilter("*", "email,phone"), new NameFilter("Order *", ""));

        assertThat(stream.trait("email", "\"a@example.com\"")).isEmpty();
        assertThat(stream.trait("age", "3")).containsExactly("age:number");
        assertThat(stream.track("Page Loaded")).isEmpty();
        assertThat(stream.track("Order Completed")).containsExactly("order_completed");
        assertThat(stream.listener.events).isEmpty();
        assertThat(stream.stream.counts().withheld()).isZero();
    }

    @Test
    void theIdsThatSomeSdksPutAmongTheTraitsAreLeftOut() {
        assertThat(TestStream.ofDefaults().keys("""
                {"type": "identify", "context": {"traits": {"anonymousId": "e6ab", "userId": "u1", "age": 3}}}"""))
                .containsExactly("age:number");
    }

    @Test
    void threadsThatShareAStreamGetTheSameDefinitionsAndKeepTheLimit() throws Exception {
        TestStream stream = TestStream.ofAtMost(100, 20);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Long> work = () -> IntStream.range(0, 2_000).mapToObj(i -> stream.track("Event " + i % 40))
                    .filter(events -> !events.isEmpty()).count();
            long emitted = 0;
            for (Future<Long> each : threads.invokeAll(List.of(work, work, work, work))) {
                emitted += each.get();
            }
            assertThat(emitted).isEqualTo(4 * 1_000);
            assertThat(stream.stream.counts()).isEqualTo(new SegmentStream.Counts(8_000, 0, 0, 20, 4_000, 0, 0, 0));
        } finally {
            threads.shutdownNow();
        }
    }
}
