// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.jbang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of the example, as they are, run by the real command line. The local repository is empty at first. */
class AttributesIT {

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension();

    private final PersonalizeEmulator emulator = EMULATOR.emulator();

    @TempDir
    Path folder;

    @Test
    void aFileInTheInboxBecomesAnAttribute() throws Exception {
        CamelRun run = run("attributes.camel.yaml");

        assertThat(run.text()).contains("CREATED age");
        assertThat(run.exitCode()).isZero();
        assertThat(emulator.project("p1").attribute("age").get("name").asText()).isEqualTo("Age");
        assertThat(emulator.requests()).extracting(request -> request.method() + " " + request.path())
                .containsExactly("GET /attributes", "POST /attributes");
    }

    @Test
    void wrongOptionsAreToldAtStartWithTheNearestRightWord() throws Exception {
        CamelRun run = run("attributes.camel.yaml", "--prop=camel.component.personalize.authtokn=c4n4ry", "--prop=camel.component.personalize.on-conflict=updat");

        assertThat(run.text()).contains("there is no option authtokn (did you mean \"authtoken\"?); the options are ",
                "the option onConflict must be one of update, skip, fail; it is \"updat\" (did you mean \"update\"?)");
        // Camel's own summary of the properties shows the value.
        assertThat(run.text().lines().filter(line -> line.contains("there is no option"))).isNotEmpty()
                .noneMatch(line -> line.contains("c4n4ry"));
        assertThat(run.exitCode()).isNotZero();
        assertThat(emulator.requests()).isEmpty();
    }

    /** The route of the guide "CSV to attributes", as it is. */
    @Test
    void aFileOfCsvInTheInboxBecomesAttributes() throws Exception {
        Path guide = Path.of("../../camel-personalize-component/src/test/resources/docs");
        Files.copy(guide.resolve("csv.yaml"), folder.resolve("csv.yaml"));
        Files.createDirectories(folder.resolve("tables"));
        Files.copy(guide.resolve("people.csv"), folder.resolve("tables/people.csv"));

        CamelRun run = run("csv.yaml", "--prop=inbox=tables", "--prop=poll.delay=500");

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(folder.resolve("tables/.errors/people.csv.txt")).content().contains("people.csv:3", "people.csv:4",
                "4 items: 2 CREATED, 2 REJECTED");
    }

    private CamelRun run(String route, String... more) throws Exception {
        for (String file : List.of("attributes.camel.yaml", "application.properties", "inbox/age.json")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(Path.of(file), folder.resolve(file));
        }
        List<String> arguments = new ArrayList<>(
                List.of("run", route, "application.properties", "--dep=io.github.camelpersonalize:camel-personalize:1.0.0-SNAPSHOT",
                        "--prop=camel.component.personalize.base-url=" + emulator.baseUrl(), "--max-messages=1", "--max-seconds=60"));
        arguments.addAll(List.of(more));
        arguments.add("--repos=" + CamelRun.repository("jbang.repository") + "," + CamelRun.repository("maven.repository"));
        arguments.add("--logging-color=false");
        return CamelRun.of(folder, Map.of("PERSONALIZE_PROJECT_UID", "p1", "PERSONALIZE_AUTHTOKEN", emulator.authtoken()), arguments);
    }
}
