// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;

import io.github.camelpersonalize.transport.ServiceUrl;
import org.apache.camel.util.StringHelper;

/** The exceptions for missing and wrong options of one endpoint. They do not repeat values that may be secret. */
final class OptionErrors {

    private final String resource;

    OptionErrors(String resource) {
        this.resource = resource;
    }

    IllegalArgumentException missing(String option, String what) {
        return wrong("the option " + option + " is missing: " + what + "; set it on the endpoint or as camel.component.personalize."
                + StringHelper.camelCaseToDash(option));
    }

    /**
     * The URL that an option holds.
     *
     * @throws IllegalArgumentException when a credential must not be sent there
     */
    URI serviceUrl(String option, String text, boolean allowInsecureHttp, String example) {
        try {
            return new ServiceUrl(allowInsecureHttp).check(text, example);
        } catch (IllegalArgumentException e) {
            throw wrong("the option " + option + " " + e.getMessage());
        }
    }

    IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException("personalize:" + resource + ": " + message);
    }
}
