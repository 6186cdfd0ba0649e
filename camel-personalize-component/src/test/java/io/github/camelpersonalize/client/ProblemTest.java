// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTest {

    private static final List<FieldError> FAULTS = List.of(new FieldError("/name", "is long"));
    private static final Optional<Duration> A_SECOND = Optional.of(Duration.ofSeconds(1));

    @ParameterizedTest
    @CsvSource({"REJECTED, false, false", "BLOCKED, false, false", "UNAVAILABLE, true, false", "MISCONFIGURED, true, true",
            "UNAUTHORIZED, true, true"})
    void aCategorySaysWhetherOtherMessagesFailAndWhetherPeopleMustMendIt(Category category, boolean outage, boolean configuration) {
        assertThat(category.isOutage()).isEqualTo(outage);
        assertThat(category.isConfiguration()).isEqualTo(configuration);
    }

    @Test
    void whatIsRefusedBeforeItIsSentIsNotAttemptedAgain() {
        assertThat(Problem.rejected("INVALID", "No"))
                .isEqualTo(new Problem(Category.REJECTED, 0, "INVALID", "No", List.of(), Retry.USELESS));
        assertThat(Problem.rejected("INVALID", "No", FAULTS))
                .isEqualTo(new Problem(Category.REJECTED, 0, "INVALID", "No", FAULTS, Retry.USELESS));
        assertThat(Problem.blocked("MISSING", "No", FAULTS))
                .isEqualTo(new Problem(Category.BLOCKED, 0, "MISSING", "No", FAULTS, Retry.USELESS));
    }

    @Test
    void aResponseThatCannotBeUsedIsInDoubt() {
        assertThat(Problem.unavailable(200, "No"))
                .isEqualTo(new Problem(Category.UNAVAILABLE, 200, null, "No", List.of(), Retry.USELESS_IN_DOUBT));
    }

    @ParameterizedTest
    @CsvSource({"REJECTED, service out of reach", "BLOCKED, service out of reach", "UNAVAILABLE, service out of reach",
            "MISCONFIGURED, configuration at fault", "UNAUTHORIZED, credential refused"})
    void theOtherItemsOfAMessageAreNotSent(Category category, String found) {
        Problem problem = new Problem(category, 503, "E1", "No", FAULTS, new Retry(true, true, A_SECOND));

        assertThat(problem.notSent()).isEqualTo(new Problem(category, 0, "NOT_SENT",
                "not sent, because an item before it found the " + found, List.of(), new Retry(false, false, A_SECOND)));
    }

    @Test
    void theStopOfTheRouteIsTheSameForAllItems() {
        assertThat(Problem.STOPPING.notSent()).isEqualTo(Problem.STOPPING);
    }

    @Test
    void oneThingIsChangedAtATime() {
        Problem problem = new Problem(Category.REJECTED, 400, "E1", "No", FAULTS, new Retry(true, false, A_SECOND));

        assertThat(problem.withCode("E2"))
                .isEqualTo(new Problem(Category.REJECTED, 400, "E2", "No", FAULTS, new Retry(true, false, A_SECOND)));
        assertThat(problem.withMessage("Never"))
                .isEqualTo(new Problem(Category.REJECTED, 400, "E1", "Never", FAULTS, new Retry(true, false, A_SECOND)));
        assertThat(problem.withDoubt())
                .isEqualTo(new Problem(Category.REJECTED, 400, "E1", "No", FAULTS, new Retry(true, true, A_SECOND)));
    }

    @ParameterizedTest
    @CsvSource({"REJECTED, 409, true", "UNAVAILABLE, 409, false", "REJECTED, 422, false"})
    void aCreateIsADuplicateOnlyWhenTheServiceRefusesIt(Category category, int status, boolean duplicate) {
        Problem problem = new Problem(category, status, null, "No", List.of(), Retry.USELESS);

        assertThat(problem.isDuplicate(Dialect.CONTRACT.answers())).isEqualTo(duplicate);
    }
}
