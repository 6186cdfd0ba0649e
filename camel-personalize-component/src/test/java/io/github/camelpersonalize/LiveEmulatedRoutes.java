// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Real routes with {@code dialect=live} against the emulator's live personality. */
public abstract class LiveEmulatedRoutes extends EmulatedRoutes {

    @RegisterExtension
    protected static final PersonalizeEmulatorExtension LIVE = new PersonalizeEmulatorExtension(
            EmulatorOptions.defaults().rateLimit(0).personality(Personality.LIVE));

    @Override
    @BeforeEach
    public void startContext() {
        component().getConfiguration().setDialect("live");
        super.startContext();
    }

    @Override
    protected PersonalizeEmulator emulator() {
        return LIVE.emulator();
    }

    /** The uid that a resource got. */
    protected String created(String resource, String body) {
        return (String) definition(send("personalize:" + resource + "?operation=create", body)).get("uid");
    }

    /** What is wrong with a record that was refused before anything was sent. */
    protected List<String> refused(Exchange exchange) {
        assertThat(exchange.getException()).isExactlyInstanceOf(PersonalizeRejectedException.class);
        PersonalizeRejectedException refused = (PersonalizeRejectedException) exchange.getException();
        assertThat(refused.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(refused.getCode()).isEqualTo("INVALID");
        return refused.getFieldErrors().stream().map(FieldError::toString).toList();
    }
}
