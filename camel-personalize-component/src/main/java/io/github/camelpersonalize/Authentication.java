// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelpersonalize.client.Credentials;

/** Finds the one way to authenticate that the options tell. */
final class Authentication {

    private static final String CHOICES = "authtoken, accessToken or credentials";

    private final PersonalizeConfiguration options;
    private final OptionFaults faults;

    Authentication(PersonalizeConfiguration options, OptionFaults faults) {
        this.options = options;
        this.faults = faults;
    }

    Credentials check() {
        List<Credentials> given = Stream.of(authtoken(), accessToken(), options.getCredentials()).filter(Objects::nonNull).toList();
        return switch (given.size()) {
            case 1 -> given.get(0);
            case 0 -> throw faults.wrong("a way to authenticate is missing: set one of the options " + CHOICES
                    + " on the endpoint or as camel.component.personalize.*");
            default -> throw faults.wrong("there is more than one way to authenticate: set exactly one of the options " + CHOICES);
        };
    }

    private Credentials authtoken() {
        return options.getAuthtoken() == null ? null : legal("authtoken", () -> Credentials.authtoken(options.getAuthtoken().strip()));
    }

    private Credentials accessToken() {
        return options.getAccessToken() == null
                ? null
                : legal("accessToken", () -> Credentials.accessToken(options.getAccessToken().strip()));
    }

    /** A secret read from a mounted file often ends in a line break, which is stripped; within a secret it is a mistake. */
    private Credentials legal(String option, Supplier<Credentials> credentials) {
        try {
            return credentials.get();
        } catch (IllegalArgumentException e) {
            throw faults.wrong("the option " + option + " is empty or has characters that a header cannot carry");
        }
    }
}
