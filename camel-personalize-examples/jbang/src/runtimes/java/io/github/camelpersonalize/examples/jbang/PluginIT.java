// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.jbang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The plugin in the local repository of a user who has nothing else, and the commands that the page shows. */
class PluginIT {

    private static final Pattern SHOWN = Pattern.compile("(?m)^camel ((?:plugin|personalize)\\b[^#\\n]*?) *(?:#.*)?$");
    private static final Pattern ADDRESS = Pattern.compile("Personalize emulator at (\\S+) .*authtoken (\\S+),");

    @TempDir
    Path folder;

    private final List<String> typed = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>(Map.of("CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID", "demo"));
    private Process emulator;

    @BeforeEach
    void user() throws IOException {
        copy(Path.of(System.getProperty("jbang.repository")), folder.resolve("home/.m2/repository"));
        Files.writeString(folder.resolve("home/.m2/settings.xml"), """
                <settings><profiles><profile>
                  <id>libraries</id>
                  <activation><activeByDefault>true</activeByDefault></activation>
                  <repositories><repository><id>machine</id><url>%s</url></repository></repositories>
                </profile></profiles></settings>""".formatted(CamelRun.repository("maven.repository")));
        Files.createDirectories(folder.resolve("personalize"));
        Files.writeString(folder.resolve("personalize/project.yaml"), "attributes:\n  - {key: age, name: Age, data_type: number}\n");
    }

    @AfterEach
    void stopEmulator() throws InterruptedException {
        if (emulator != null) {
            emulator.destroy();
            emulator.waitFor();
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void thePluginHasTheCommandsAndExitCodesOfTheCommandLine() throws Exception {
        String plugin = "io.github.camelpersonalize:camel-jbang-plugin-personalize:1.0.0-SNAPSHOT";
        assertThat(camel("plugin add personalize --gav=" + plugin)).extracting(CamelRun::exitCode).isEqualTo(0);
        assertThat(camel("personalize --help").output()).contains("Usage: camel personalize [-hV] [COMMAND]", "validate", "apply")
                .doesNotContain("generate-completion");
        startEmulator("personalize emulator &");
        assertThat(camel("personalize validate personalize").output()).endsWith("Valid: 1 definition in 1 file.\n");

        CamelRun plan = camel("personalize plan personalize --json plan.json");
        assertThat(plan.exitCode()).as(plan.errors()).isEqualTo(2);
        assertThat(plan.output()).endsWith("Plan: 1 to create, 0 to update, 0 to delete, 0 unchanged, 0 blocked.\n").contains("  + attribute \"age\"")
                // Lines of the log.
                .doesNotContain("Apache Camel 4");
        CamelRun apply = camel("personalize apply plan.json");
        assertThat(apply.exitCode()).as(apply.errors()).isZero();
        assertThat(apply.output()).endsWith("1 items: 1 CREATED\n");
        assertThat(camel("personalize plan personalize").exitCode()).isZero();

        assertThat(typed).as("the commands on the page").isEqualTo(shown());
        // Camel's own exit code of a wrong option is 2, which says here that there are changes.
        CamelRun wrong = camel("personalize plan personalize --prune some");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.errors()).endsWith("""
                Invalid value for option '--prune': expected one of [none, owned, all] (case-sensitive) but was 'some'
                See camel personalize plan --help.
                """);
    }

    private static List<String> shown() throws IOException {
        return SHOWN.matcher(Files.readString(Path.of("../../docs/jbang.adoc"))).results().map(command -> command.group(1)).toList();
    }

    private CamelRun camel(String line) throws Exception {
        typed.add(line);
        return CamelRun.of(folder, environment, List.of(line.split(" ")));
    }

    private void startEmulator(String line) throws Exception {
        typed.add(line);
        Path output = folder.resolve("emulator.out");
        List<String> arguments = List.of((line.replace(" &", "") + " --port 0").split(" "));
        emulator = CamelRun.start(folder, environment, arguments, output, folder.resolve("emulator.err"));
        while (emulator.isAlive() && !ADDRESS.matcher(Files.readString(output)).find()) {
            Thread.sleep(100);
        }
        MatchResult address = ADDRESS.matcher(Files.readString(output)).results().findFirst().orElseThrow();
        environment.put("CAMEL_COMPONENT_PERSONALIZE_BASE_URL", address.group(1));
        environment.put("CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN", address.group(2));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
