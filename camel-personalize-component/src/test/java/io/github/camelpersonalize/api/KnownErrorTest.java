// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Errors that a service is known to have, found in what it says. */
class KnownErrorTest {

    private static final String LOCKED = "personalize.EXPERIENCES.VERSIONS.CANNOT_UPDATE_LOCKED_VERSION";

    private final Answers contract = ContractAnswers.table();
    private final Answers live = LiveAnswers.table();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            personalize.EXPERIENCES.VERSIONS.CANNOT_UPDATE_LOCKED_VERSION                       | VERSION_LOCKED
            personalize.EXPERIENCES.VERSIONS.CANNOT_CREATE_VERSION_AS_DRAFT_ALREADY_EXISTS      | DRAFT_EXISTS
            personalization.EXPERIENCES.ANALYTICS.SUMMARY_NOT_FOUND                             | NO_ANALYTICS
            No: RULE_COUNT_EXCEEDED.                                                            | TOO_MANY_RULES
            abc is not a valid ObjectId                                                         | BAD_UID
            """)
    void aCodeIsFoundByItsEndAndATextByItsPart(String said, String code) {
        assertThat(live.known(400, said, "")).get().extracting(KnownError::code).isEqualTo(code);
        assertThat(live.known(422, said, "")).isPresent();
        assertThat(contract.known(400, said, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.NOT_INVALID_STATUS", "INVALID_STATUS_OF_A", "INVALID_STATUSES", "invalid_status", "it is locked"})
    void aLongerWordIsAnotherCode(String said) {
        assertThat(live.known(400, said, "")).isEmpty();
    }

    @Test
    void whatTheRequestHasSaidItselfShowsNothing() {
        assertThat(live.known(400, "there is no audience " + LOCKED, "")).isPresent();
        assertThat(live.known(400, "there is no audience " + LOCKED, "{\"name\": \"" + LOCKED + "\"}")).isEmpty();
    }

    @Test
    void someErrorsHaveAStatus() {
        assertThat(live.known(404, "PROJECT_NOT_FOUND", "")).get()
                .extracting(KnownError::code, KnownError::isConfiguration, KnownError::advice)
                .containsExactly("NO_PROJECT", true, "check baseUrl, region and the option projectUid");
        assertThat(live.known(400, "PROJECT_NOT_FOUND", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-project-uid is required", "The header X-Project-UID is missing"})
    void aMissingHeaderOfTheProjectIsAnErrorOfTheConfiguration(String said) {
        assertThat(contract.known(400, said, "")).get().extracting(KnownError::code, KnownError::isConfiguration)
                .containsExactly("NO_PROJECT", true);
        assertThat(live.known(400, said, "")).isEqualTo(contract.known(400, said, ""));
        assertThat(contract.known(404, said, "")).isEmpty();
    }

    @Test
    void aCallThatNoServerHasIsAnErrorOfTheConfiguration() {
        assertThat(contract.known(404, "Cannot GET /v1/attributes", "")).get().extracting(KnownError::code, KnownError::isConfiguration)
                .containsExactly("NO_SUCH_CALL", true);
        assertThat(contract.known(404, "Cannot find the attribute", "")).isEmpty();
    }

    @Test
    void anErrorOfARecordIsNone() {
        assertThat(live.known(400, LOCKED, "")).get().extracting(KnownError::isConfiguration, KnownError::isDuplicate)
                .containsExactly(false, false);
    }

    @Test
    void someErrorsSayThatThereIsSuchAThingAlready() {
        assertThat(live.errors()).filteredOn(KnownError::isDuplicate).extracting(KnownError::code).containsExactly("DRAFT_EXISTS",
                "DUPLICATE");
    }

    @Test
    void anErrorInAMemberIsToldWithItsPlace() {
        assertThat(new FieldError("/rules/0", "is missing")).hasToString("/rules/0 is missing");
        assertThat(new FieldError("", "is no object")).hasToString("is no object");
    }
}
