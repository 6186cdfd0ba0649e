// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions in {@code dialect=live}, and what is wrong with them. */
public abstract class LiveEmulatedRoutes extends LiveRoutes {

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
