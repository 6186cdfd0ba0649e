// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.migration;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.ProjectView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two emulators as two regions, real sockets; one migration, and what there is to say about it. */
@TestInstance(Lifecycle.PER_CLASS)
class ProjectMigrationTest {

    private final PersonalizeEmulator source = region("na");
    private final PersonalizeEmulator target = region("eu");
    private final StringWriter out = new StringWriter();
    private Path folder;
    private boolean isUnchanged;

    @BeforeAll
    void migrate(@TempDir Path empty) throws Exception {
        folder = empty;
        isUnchanged = demo(source, target, folder, Map.of()).run();
    }

    @AfterAll
    void stopServices() {
        source.close();
        target.close();
    }

    @Test
    void theProjectArrivesWithUidsOfItsNewRegion() {
        ProjectView shop = target.project("shop-eu");

        assertThat(names(shop.attributes())).containsExactly("Age", "Device type", "Loyalty tier");
        assertThat(names(shop.events())).containsExactly("Newsletter", "Purchase");
        assertThat(names(shop.audiences())).containsExactly("Adults", "Gold members");
        assertThat(shop.audience("Gold members").at("/rules/all/1/audience")).isEqualTo(shop.audience("Adults").get("uid"))
                .isNotEqualTo(source.project("shop-na").audience("Adults").get("uid"));
        assertThat(shop.experience("Home page hero").at("/variants/1/audience_uid")).isEqualTo(shop.audience("Gold members").get("uid"));
        assertThat(shop.priority()).containsExactly(uid(shop.experience("Colour of the button")), uid(shop.experience("Home page hero")));
    }

    @Test
    void aSecondRunIsUnchangedAndWritesNothing() {
        assertThat(isUnchanged).as(out.toString()).isTrue();
        assertThat(target.requestCounts().keySet()).isNotEmpty().allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void whatDoesNotMoveIsTold() {
        assertThat(out.toString()).contains("  not exported: attribute \"device_type\": a preset, which every project has\n",
                "  not exported: audience \"Likely to return\": comes from Lytics");
        assertThat(folder.resolve("export.yaml")).content().startsWith("# Not exported:\n");
    }

    @Test
    void theSourceIsOnlyReadAndOnlyOnce() {
        assertThat(source.requestCounts()).isEqualTo(Map.of("GET /attributes", 1L, "GET /audiences", 1L, "GET /events", 1L,
                "GET /experiences", 1L, "GET /experiences/priority", 1L));
    }

    @Test
    void onConflictSkipLeavesWhatTheTargetHasAlready(@TempDir Path other) throws Exception {
        try (PersonalizeEmulator here = region("na"); PersonalizeEmulator there = region("eu")) {
            assertThat(demo(here, there, other, Map.of("on.conflict", "skip")).run()).isTrue();

            assertThat(there.project("shop-eu").attribute("age").get("name").textValue()).isEqualTo("Alter");
        }
        assertThat(out.toString()).contains("differs in /name, and is left as it is (onConflict=skip)");
    }

    private static PersonalizeEmulator region(String authtoken) {
        return PersonalizeEmulator.start(EmulatorOptions.defaults().authtokens(authtoken).rateLimit(0));
    }

    private Demo demo(PersonalizeEmulator from, PersonalizeEmulator to, Path files, Map<String, String> more) {
        Map<String, String> overrides = new HashMap<>(more);
        overrides.put("camel.component.source.requests-per-second", "1000");
        overrides.put("camel.component.target.requests-per-second", "1000");
        return new Demo(from, to, files, overrides, new PrintWriter(out));
    }

    private static List<String> names(List<ObjectNode> definitions) {
        return definitions.stream().map(definition -> definition.get("name").textValue()).toList();
    }

    private static String uid(ObjectNode definition) {
        return definition.get("uid").textValue();
    }
}
