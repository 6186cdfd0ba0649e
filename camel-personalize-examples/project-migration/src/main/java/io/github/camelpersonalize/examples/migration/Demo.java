// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;

/** A migration between two emulators, which stand for two regions: they know nothing of each other, and give out other uids. */
final class Demo {

    private static final String SOURCE = "shop-na";
    private static final String TARGET = "shop-eu";

    private final PersonalizeEmulator source;
    private final PersonalizeEmulator target;
    private final PrintWriter out;
    private final Map<String, String> overrides;

    /**
     * @param overrides
     *            properties that win over all others
     * @param out
     *            where people look
     */
    Demo(PersonalizeEmulator source, PersonalizeEmulator target, Path folder, Map<String, String> overrides, PrintWriter out) {
        this.source = source;
        this.target = target;
        this.out = out;
        this.overrides = new LinkedHashMap<>(overrides);
        this.overrides.put("export.file", folder.resolve("export.yaml").toString());
        reach("source", source, SOURCE);
        reach("target", target, TARGET);
    }

    /** Whether the second run found nothing to do. */
    boolean run() throws Exception {
        source.seed(SOURCE, sample("source.json"));
        target.seed(TARGET, sample("target.json"));
        out.printf("""

                A project of Contentstack Personalize moves to another region.

                Source  %s   project %s
                Target  %s   project %s, which has an attribute "age" already
                        (emulators, in this process; watch them in a browser)

                """, source.baseUrl(), SOURCE, target.baseUrl(), TARGET);
        try (Migration migration = new Migration(overrides, out)) {
            migration.export();
            migration.plan();
            migration.apply();
            out.printf("%nOnce more:%n");
            target.clearRequests();
            BatchReport second = migration.apply();
            out.printf("%nThe second run cost %d requests, none of which was a write: %s%n", target.requestCount(), target.requestCounts());
            return second.counts().keySet().equals(Set.of(Outcome.UNCHANGED));
        }
    }

    private void reach(String component, PersonalizeEmulator emulator, String project) {
        overrides.put("camel.component." + component + ".base-url", emulator.baseUrl());
        overrides.put(component + ".project-uid", project);
        overrides.put(component + ".authtoken", emulator.authtoken());
    }

    private static String sample(String name) throws IOException {
        try (InputStream sample = Demo.class.getResourceAsStream("/samples/" + name)) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
