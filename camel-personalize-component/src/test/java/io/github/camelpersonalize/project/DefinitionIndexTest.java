// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the index shows when lists and writes come in another order than they were made in. Times are nanoseconds. */
class DefinitionIndexTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long START = Long.MAX_VALUE - 10 * SECOND;

    private final DefinitionIndex index = new DefinitionIndex(Dialect.CONTRACT, Resource.attributes);

    @Test
    void aListThatMayNotShowOurLastWritesIsCompletedByThem() {
        index.listed(List.of(age("Old"), attribute("gone", "gone", "Gone")), at(0));
        index.written(age("New"), at(1), at(2));
        index.written(attribute("b", "b", "Created"), at(2), at(3));
        index.deleted("gone", at(3), at(4));

        index.listed(List.of(age("Old"), attribute("gone", "gone", "Gone")), at(4.9));

        assertThat(names()).as("what was written more than a second before is in the list").containsExactly("Old");
        index.written(age("Newer"), at(5), at(5.5));
        index.deleted("gone", at(5), at(5.5));
        index.written(attribute("b", "b", "Created"), at(5), at(5.5));
        index.listed(List.of(age("Old"), attribute("gone", "gone", "Gone")), at(6.4));
        assertThat(names()).containsExactlyInAnyOrder("Newer", "Created");
    }

    @Test
    void aListOfAsLongAfterAWriteAsTheServiceMayTakeIsCompletedByIt() {
        index.written(age("New"), at(1), at(2));

        index.listed(List.of(age("Old")), at(3));

        assertThat(names()).containsExactly("New");
    }

    @Test
    void aListThatWasRequestedBeforeAWriteIsCompletedByItHoweverLateItComes() {
        index.written(age("New"), at(100), at(101));

        index.listed(List.of(age("Old")), at(1));

        assertThat(names()).containsExactly("New");
    }

    @Test
    void anOlderListThatComesLateIsIgnored() {
        index.listed(List.of(age("New")), at(5));
        index.listed(List.of(age("Old")), at(4));
        index.listed(List.of(), at(5));

        assertThat(names()).containsExactly("New");
        assertThat(index.isListedSince(at(5))).isTrue();
    }

    @Test
    void F76_whichOfTwoOverlappingWritesWasTheLastOnlyAListShows() {
        index.listed(List.of(age("Old")), at(0));
        index.written(age("Second"), at(2), at(3));
        index.written(age("First"), at(1), at(4));

        assertThat(index.isListedSince(at(0))).isFalse();
        index.listed(List.of(age("First")), at(4.1));
        assertThat(index.isListedSince(at(0))).isTrue();
        assertThat(names()).containsExactly("First");
    }

    @Test
    void F76_aThirdWriteThatOverlapsIsInDoubtTooAlthoughAListCameInBetween() {
        index.listed(List.of(age("Old")), at(0));
        index.written(age("Second"), at(2), at(3));
        index.written(age("First"), at(1), at(4));
        index.listed(List.of(age("First")), at(4.1));

        index.deleted("a1", at(3.5), at(5));

        assertThat(index.isListedSince(at(0))).isFalse();
        assertThat(names()).containsExactly("First");
    }

    @Test
    void F76_aWriteThatBeganInTheMomentInWhichAnotherEndedMayOverlapIt() {
        index.listed(List.of(age("Old")), at(0));
        index.written(age("First"), at(1), at(2));
        index.written(age("Second"), at(2), at(3));

        assertThat(index.isListedSince(at(0))).isFalse();
    }

    @Test
    void F76_writesThatFollowEachOtherAreNotInDoubt() {
        index.listed(List.of(age("Old")), at(0));
        index.written(age("First"), at(1), at(2));
        index.written(age("Second"), at(2.1), at(3));
        index.written(attribute("b", "b", "Other"), at(0.5), at(4));

        assertThat(index.isListedSince(at(0))).isTrue();
        assertThat(names()).containsExactly("Second", "Other");
    }

    @Test
    void F76_aWriteInDoubtIsNotEnteredIntoLaterLists() {
        index.listed(List.of(age("Old")), at(0));
        index.written(age("New"), at(1), at(2));
        index.markInDoubt("a1", at(3));

        index.listed(List.of(age("Old")), at(3.1));

        assertThat(names()).containsExactly("Old");
    }

    @Test
    void aBodyThatAskedForWhatThereIsIsKnownUntilTheDefinitionIsAnotherOne() {
        JsonNode age = age("Age");
        JsonNode body = Json.read("{\"key\": \"age\", \"name\": \"Age\"}");
        index.listed(List.of(age), at(0));
        assertThat(index.satisfying("age", body)).isEmpty();

        index.satisfies(age, body);
        assertThat(index.satisfying("age", body)).containsSame(age);
        assertThat(index.satisfying("age", Json.read("{\"name\": \"Age\", \"key\": \"age\"}"))).as("equal").containsSame(age);
        assertThat(index.satisfying("age", Json.read("{\"key\": \"age\"}"))).as("another body").isEmpty();

        index.written(age("Age"), at(1), at(2));
        assertThat(index.satisfying("age", body)).as("after a write").isEmpty();
    }

    @Test
    void aListForgetsWhichBodiesAskedForWhatThereIs() {
        JsonNode age = age("Age");
        index.listed(List.of(age), at(0));
        index.satisfies(age, age);

        index.listed(List.of(age("Age")), at(1));

        assertThat(index.satisfying("age", age)).isEmpty();
    }

    @Test
    void whatWasComparedWithADefinitionThatIsNoLongerThereIsNotRemembered() {
        JsonNode before = age("Age");
        index.listed(List.of(before), at(0));
        index.written(age("Age"), at(1), at(2));

        index.satisfies(before, before);

        assertThat(index.satisfying("age", before)).isEmpty();
    }

    @Test
    void whereTwoHaveAKeyNeitherIsTheOneThatABodyAsksFor() {
        JsonNode age = age("Age");
        index.listed(List.of(age), at(0));
        index.satisfies(age, age);

        index.written(attribute("a2", "age", "Age"), at(1), at(2));

        assertThat(index.satisfying("age", age)).isEmpty();
    }

    @Test
    void bodiesThatAreRememberedCountAsMemoryUntilTheyAreForgotten() {
        JsonNode age = age("Age");
        index.listed(List.of(age), at(0));
        long alone = index.weight();

        index.satisfies(age, age);
        index.satisfies(age, age);
        assertThat(index.weight()).isEqualTo(2 * alone);

        index.deleted("a1", at(1), at(2));
        assertThat(index.weight()).isZero();
    }

    private List<String> names() {
        return index.all().stream().map(definition -> definition.get("name").textValue()).toList();
    }

    /** Beyond the greatest number, as {@link System#nanoTime()} may be. */
    private static long at(double seconds) {
        return START + (long) (seconds * SECOND);
    }

    private static JsonNode age(String name) {
        return attribute("a1", "age", name);
    }

    private static JsonNode attribute(String uid, String key, String name) {
        return Json.read("{\"uid\": \"%s\", \"key\": \"%s\", \"name\": \"%s\"}".formatted(uid, key, name));
    }
}
