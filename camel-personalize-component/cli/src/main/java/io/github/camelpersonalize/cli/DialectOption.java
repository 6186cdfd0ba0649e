// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.Map;

import picocli.CommandLine.Option;

/** How the service speaks. */
final class DialectOption {

    @Option(names = "--dialect", paramLabel = "contract|live", description = "How the service speaks.")
    private String dialect;

    /** Adds it to options of the component, where it is given. Answers them. */
    Map<String, String> with(Map<String, String> options) {
        if (dialect != null) {
            options.put("dialect", dialect);
        }
        return options;
    }
}
