// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Settings;
import picocli.CommandLine.Option;

/** The options of commands that compare a project with files. An option wins over the environment, and that over application.properties. */
final class ProjectOptions {

    private final Supplier<Map<String, String>> service;

    @Option(names = "--prune", paramLabel = "none|owned|all", description = "Delete what the files do not name: nothing, what apply has created, or all.")
    private String prune;

    @Option(names = "--max-deletes", paramLabel = "NUMBER", description = "Refuse to delete more than that.")
    private Integer maxDeletes;

    @Option(names = "--prune-when-blocked", arity = "0..1", fallbackValue = "true", paramLabel = "true|false", description = "Delete also when something else is blocked or fails.")
    private Boolean pruneWhenBlocked;

    @Option(names = "--owner", paramLabel = "NAME", description = "Whose files they are, if several folders make up the project.")
    private String owner;

    @Option(names = "--ledger", paramLabel = "FOLDER", description = "Where apply notes what it has created.")
    private String ledger;

    /**
     * @param service
     *            how the service is reached, as properties of the component
     */
    ProjectOptions(Supplier<Map<String, String>> service) {
        this.service = service;
    }

    /**
     * The routes with these options.
     *
     * @param out
     *            where it is said which value counts, and where it is from
     */
    Connector start(PrintWriter out) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>(service.get());
        Settings settings = Settings.load();
        put(properties, settings, out, "prune", "--prune", prune);
        put(properties, settings, out, "max.deletes", "--max-deletes", maxDeletes);
        put(properties, settings, out, "prune.when.blocked", "--prune-when-blocked", pruneWhenBlocked);
        put(properties, settings, out, "manifest.owner", "--owner", owner);
        put(properties, settings, out, "ledger.folder", "--ledger", ledger);
        out.println();
        return new Connector(properties).start();
    }

    private static void put(Map<String, String> properties, Settings settings, PrintWriter out, String name, String option, Object value) {
        if (value != null) {
            properties.put(name, value.toString());
            out.printf("%s = %s (%s, before %s)%n", name, value, option, settings.source(name));
        } else {
            String source = properties.containsKey(name) ? "the program" : settings.source(name);
            properties.computeIfAbsent(name, settings::required);
            out.printf("%s = %s (%s)%n", name, properties.get(name), source);
        }
    }
}
