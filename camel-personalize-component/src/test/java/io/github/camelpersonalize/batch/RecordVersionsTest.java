// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.camelpersonalize.batch.Records.named;
import static io.github.camelpersonalize.batch.Records.record;
import static io.github.camelpersonalize.batch.Records.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

/** Operations on the versions of an experience, and what visitors made of one. */
class RecordVersionsTest extends AtABatch {

    private static final RecordRules EXPERIENCES = Records.rules(Resource.experiences, Dialect.LIVE);
    private static final String VARIANTS = "'variants': [{'__type': 'ABTestVariant', 'name': 'V', 'trafficDistribution': 50},"
            + " {'__type': 'ABTestVariant', 'name': 'W', 'trafficDistribution': 50}], 'variantSplit': 'EQUALLY_SPLIT'";

    RecordVersionsTest() {
        super(Dialect.LIVE, EmulatorOptions.defaults().personality(Personality.LIVE));
    }

    @BeforeEach
    void createAnExperience() {
        executed(Operation.upsert, record("{'name': 'A', '__type': 'AB_TEST', " + VARIANTS + "}"));
    }

    @Test
    void theyAreListed() {
        Result.Success listed = (Result.Success) executed(Operation.listVersions, named(null, uid(), null));

        assertThat(listed.body()).hasSize(1);
    }

    @Test
    void oneIsActivatedAndPaused() {
        assertThat(line(executed(Operation.activate, named(null, null, "A")))).isEqualTo("UPDATED");
        assertThat(statuses()).containsExactly("ACTIVE");
        assertThat(line(executed(Operation.pause, named(null, null, "A")))).isEqualTo("UPDATED");
        assertThat(statuses()).containsExactly("PAUSED");
    }

    @Test
    void oneIsWritten() {
        assertThat(line(executed(Operation.updateVersion, record("{'experienceUid': '" + uid() + "', 'status': 'DRAFT', "
                + VARIANTS.replace("'W'", "'X'") + "}")))).isEqualTo("UPDATED");
        assertThat(emulator().project(UID).latestVersion("A").at("/variants/1/name").asText()).isEqualTo("X");
    }

    @ParameterizedTest
    @EnumSource(names = {"createVersion", "updateVersion"})
    void oneThatCannotBeReadIsNot(Operation operation) {
        emulator().clearRequests();

        assertThat(line(executed(operation, unreadable("it is no JSON")))).isEqualTo("REJECTED: it is no JSON");
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"listVersions", "deleteVersion", "activate", "pause", "createVersion", "getSummary", "getTimeSeries"})
    void withoutAnExperienceNothingIsSent(Operation operation) {
        emulator().clearRequests();

        assertThat(line(executed(operation, InputRecord.NONE)))
                .isEqualTo("REJECTED: no experience is named: set a header, or send a body with a uid or name");
        assertThat(calls()).isEmpty();
    }

    @Test
    void whatVisitorsMadeOfOneIsRead() {
        executed(Operation.activate, named(null, null, "A"));

        Result.Success summary = (Result.Success) executed(Operation.getSummary, named(null, uid(), null));

        assertThat(summary.body().path("variants")).hasSize(2);
    }

    private static String uid() {
        return emulator().project(UID).experience("A").path("uid").asText();
    }

    private static List<String> statuses() {
        return emulator().project(UID).versions("A").stream().map(version -> version.path("status").asText()).toList();
    }

    private Result executed(Operation operation, InputRecord item) {
        Project project = checked();
        return new RecordOperations(EXPERIENCES, project, () -> batch(project), new CallOptions(Map.of(), Duration.ZERO)).execute(operation,
                item);
    }
}
