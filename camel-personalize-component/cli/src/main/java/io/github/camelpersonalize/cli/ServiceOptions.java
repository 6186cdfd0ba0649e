// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.camel.util.StringHelper;
import picocli.CommandLine.Option;

/** Which service is meant. An option wins over the variable of the component, which may also set any other option of it, credentials included. */
final class ServiceOptions {

    private static final String VARIABLE = "CAMEL_COMPONENT_PERSONALIZE_";

    @Option(names = "--region", paramLabel = "NAME", description = "The region, such as aws-eu.")
    private String region;

    @Option(names = "--base-url", paramLabel = "URL", description = "The address of the service, instead of a region.")
    private String baseUrl;

    /** Options of the component by their names. */
    Map<String, String> of(Map<String, String> environment) {
        Map<String, String> options = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(VARIABLE) && !variable.getValue().isBlank())
                .collect(Collectors.toMap(variable -> option(variable.getKey()), Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        put(options, "region", region);
        put(options, "baseUrl", baseUrl);
        return options;
    }

    /** {@code CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID} for {@code projectUid}. */
    static String variable(String option) {
        return VARIABLE + option.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private static void put(Map<String, String> options, String name, String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    /** {@code projectUid} for {@code CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID}. */
    private static String option(String variable) {
        return StringHelper.dashToCamelCase(variable.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
