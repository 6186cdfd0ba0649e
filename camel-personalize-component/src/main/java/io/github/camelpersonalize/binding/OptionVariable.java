// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.text.Nearest;
import org.apache.camel.util.StringHelper;

/**
 * A variable of the environment that somebody has set for an option. Spring Boot and Quarkus set options from such variables, and refuse a mistyped one; Camel
 * Main and JBang do not read them.
 *
 * @param environment the variables of the process
 */
public record OptionVariable(Map<String, String> environment) {

    private static final String PREFIX = "CAMEL_COMPONENT_PERSONALIZE_";

    /** What to say beside that the option is missing: the variable that is probably meant for it; empty where there is none. */
    public String advice(String option) {
        return of(option).map(variable -> "; the variable " + variable + " is set, but does not set the option here: refer to it, as in "
                + "camel.component.personalize." + StringHelper.camelCaseToDash(option) + "={{env:" + variable + "}}").orElse("");
    }

    private Optional<String> of(String option) {
        List<String> set = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(PREFIX) && !variable.getValue().isBlank())
                .map(variable -> variable.getKey().substring(PREFIX.length())).toList();
        return Nearest.of(option, set).map(PREFIX::concat);
    }
}
