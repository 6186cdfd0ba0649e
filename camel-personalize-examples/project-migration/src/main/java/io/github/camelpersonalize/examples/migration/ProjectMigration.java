// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.migration;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Map;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.examples.setup.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what one Personalize project holds into another one, in another region. Without {@code source.project-uid}, as a demo. */
public final class ProjectMigration {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectMigration.class);

    private ProjectMigration() {}

    /** {@code plan} shows what would be done, {@code apply} does it. Exits with 0 when all is well. */
    public static void main(String[] args) throws Exception {
        PrintWriter out = new PrintWriter(System.out, true);
        boolean isDemo = Settings.load().value("source.project-uid").isEmpty();
        System.exit((isDemo ? demonstrate(out) : migrate(args.length == 0 ? "plan" : args[0], out)) ? 0 : 1);
    }

    private static boolean demonstrate(PrintWriter out) throws Exception {
        try (PersonalizeEmulator source = PersonalizeEmulator.start(); PersonalizeEmulator target = PersonalizeEmulator.start()) {
            return new Demo(source, target, Files.createTempDirectory("project-migration-"), Map.of(), out).run();
        }
    }

    private static boolean migrate(String command, PrintWriter out) {
        try (Migration migration = new Migration(Map.of(), out)) {
            migration.export();
            return switch (command) {
                case "plan" -> !migration.plan().hasBlocked();
                case "apply" -> migration.apply().failures() == 0;
                default -> throw new IllegalArgumentException("\"" + command + "\" is no command; use plan or apply");
            };
        } catch (Exception e) {
            LOG.error("{}", root(e).getMessage());
            return false;
        }
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
