// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Wrong options end the start, all in one message: each with the nearest right word, and without the value of one that does not exist. */
class WrongOptionsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("camel.component.personalize.authtokn", "c4n4ry")
            .overrideConfigKey("camel.component.personalize.on-conflict", "updat")
            .overrideConfigKey("camel.component.personalize.max-retries", "many")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining("the component personalize: ")
                    .hasStackTraceContaining("there is no option authtokn (did you mean \"authtoken\"?); the options are ")
                    .hasStackTraceContaining(
                            "the option onConflict must be one of update, skip, fail; it is \"updat\" (did you mean \"update\"?)")
                    .hasStackTraceContaining("the option maxRetries must be a whole number; it is \"many\"")
                    .satisfies(told -> assertThat(told.toString()).doesNotContain("c4n4ry")));

    @Test
    void the_application_does_not_start() {
        throw new AssertionError("it has started");
    }
}
