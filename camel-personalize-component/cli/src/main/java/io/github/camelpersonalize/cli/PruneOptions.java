// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelpersonalize.api.Prune;
import picocli.CommandLine.Option;

/** What is deleted. */
final class PruneOptions {

    /** Those whose values are told. */
    static final String[] NAMES = {"--prune", "--max-deletes", "--prune-when-blocked", "--owner", "--ledger"};

    @Option(names = "--prune", paramLabel = "none|owned|all", defaultValue = "none", description = "Delete what no file contains: nothing, what apply has created, or all. Default: none.")
    private Prune prune;

    @Option(names = "--max-deletes", paramLabel = "NUMBER", defaultValue = "10", description = "Refuse plans that delete more. Default: 10.")
    private int maxDeletes;

    @Option(names = "--prune-when-blocked", arity = "0..1", paramLabel = "true|false", defaultValue = "false", fallbackValue = "true", description = "Delete also when another step is blocked or fails. Default: false.")
    private boolean pruneWhenBlocked;

    @Option(names = "--owner", paramLabel = "NAME", defaultValue = "default", description = "Whose files they are, if several folders make up the project.")
    private String owner;

    @Option(names = "--ledger", paramLabel = "FOLDER", defaultValue = ".personalize", description = "Where apply notes what it has created. Default: .personalize.")
    private String ledger;

    boolean mayDelete() {
        return prune != Prune.none;
    }

    String ledger() {
        return ledger;
    }

    /** Options of the endpoint by their names. */
    Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("prune", prune.name());
        options.put("maxDeletes", maxDeletes);
        options.put("pruneWhenBlocked", pruneWhenBlocked);
        options.put("owner", owner);
        options.put("stateRepository", "#" + Project.LEDGER);
        return options;
    }
}
