// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.migration;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.ProjectView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two emulators as two regions, real sockets. */
class ProjectMigrationTest {

    @TempDir
    Path folder;

    private final PersonalizeEmulator source = PersonalizeEmulator.start(EmulatorOptions.defaults().authtokens("na").rateLimit(0));
    private final PersonalizeEmulator target = PersonalizeEmulator.start(EmulatorOptions.defaults().authtokens("eu").rateLimit(0));
    private final StringWriter out = new StringWriter();

    @AfterEach
    void stopServices() {
        source.close();
        target.close();
    }

    @Test
    void theProjectArrivesWithUidsOfItsNewRegionAndASecondRunWritesNothing() throws Exception {
        boolean isUnchanged = demo(Map.of()).run();

        ProjectView shop = target.project("shop-eu");
        assertThat(isUnchanged).as(out.toString()).isTrue();
        assertThat(names(shop.attributes())).containsExactly("Age", "Device type", "Loyalty tier");
        assertThat(names(shop.events())).containsExactly("Newsletter", "Purchase");
        assertThat(names(shop.audiences())).containsExactly("Adults", "Gold members");
        assertThat(shop.audience("Gold members").at("/rules/all/1/audience")).isEqualTo(shop.audience("Adults").get("uid"))
                .isNotEqualTo(source.project("shop-na").audience("Adults").get("uid"));
        assertThat(shop.experience("Home page hero").at("/variants/1/audience_uid")).isEqualTo(shop.audience("Gold members").get("uid"));
        assertThat(shop.priority()).containsExactly(uid(shop.experience("Colour of the button")), uid(shop.experience("Home page hero")));
        assertThat(target.requestCounts().keySet()).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void whatDoesNotMoveIsTold() throws Exception {
        demo(Map.of()).run();

        assertThat(out.toString()).contains("  not exported: attribute \"device_type\": a preset, which every project has\n",
                "  not exported: audience \"Likely to return\": comes from Lytics");
        assertThat(folder.resolve("export.yaml")).content().startsWith("# Not exported:\n");
    }

    @Test
    void theSourceIsOnlyRead() throws Exception {
        demo(Map.of()).run();

        assertThat(source.requestCounts().keySet()).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void onConflictSkipLeavesWhatTheTargetHasAlready() throws Exception {
        assertThat(demo(Map.of("on.conflict", "skip")).run()).isTrue();

        assertThat(target.project("shop-eu").attribute("age").get("name").textValue()).isEqualTo("Alter");
        assertThat(out.toString()).contains("differs in /name, and is left as it is (onConflict=skip)");
        assertThat(Files.readString(folder.resolve("export.yaml"))).contains("name: Age\n");
    }

    private Demo demo(Map<String, String> more) {
        Map<String, String> overrides = new HashMap<>(more);
        overrides.put("camel.component.source.requests-per-second", "1000");
        overrides.put("camel.component.target.requests-per-second", "1000");
        return new Demo(source, target, folder, overrides, new PrintWriter(out));
    }

    private static List<String> names(List<ObjectNode> definitions) {
        return definitions.stream().map(definition -> definition.get("name").textValue()).toList();
    }

    private static String uid(ObjectNode definition) {
        return definition.get("uid").textValue();
    }
}
