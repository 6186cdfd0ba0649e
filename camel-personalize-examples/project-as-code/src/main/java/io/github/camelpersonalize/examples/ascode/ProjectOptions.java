// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelpersonalize.examples.setup.Connector;
import picocli.CommandLine.Option;

/** The options of commands that compare a project with files. What is not given is as application.properties and the environment say. */
final class ProjectOptions {

    private final Supplier<Map<String, String>> service;

    @Option(names = "--prune", paramLabel = "none|owned|all", description = "Delete what the files do not name: nothing, what apply has created, or all.")
    private String prune;

    @Option(names = "--max-deletes", paramLabel = "NUMBER", description = "Refuse to delete more than that.")
    private Integer maxDeletes;

    @Option(names = "--ledger", paramLabel = "FOLDER", description = "Where apply notes what it has created.")
    private String ledger;

    /**
     * @param service
     *            how the service is reached, as properties of the component
     */
    ProjectOptions(Supplier<Map<String, String>> service) {
        this.service = service;
    }

    /** The routes with these options. */
    Connector start() {
        Map<String, String> properties = new LinkedHashMap<>(service.get());
        put(properties, "prune", prune);
        put(properties, "max.deletes", maxDeletes);
        put(properties, "ledger.folder", ledger);
        return new Connector(properties).start();
    }

    private static void put(Map<String, String> properties, String name, Object value) {
        if (value != null) {
            properties.put(name, value.toString());
        }
    }
}
