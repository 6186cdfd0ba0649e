// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import org.apache.camel.util.StringHelper;

/** The exceptions for missing and wrong options of one endpoint. They do not repeat values that may be secret. */
public final class OptionErrors {

    private final String resource;

    OptionErrors(String resource) {
        this.resource = resource;
    }

    IllegalArgumentException missing(String option, String what) {
        return wrong("the option " + option + " is missing: " + what + "; set it on the endpoint or as camel.component.personalize."
                + StringHelper.camelCaseToDash(option));
    }

    public IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException("personalize:" + resource + ": " + message);
    }
}
