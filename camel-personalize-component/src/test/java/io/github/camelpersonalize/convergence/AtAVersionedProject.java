// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.time.Duration;
import java.util.List;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.live.LiveOptions;

/** A project of a service that keeps versions of experiences, and a manifest of one of them. */
abstract class AtAVersionedProject extends AtAProject {

    static final String AUDIENCES = """
            attributes: [{key: tier, name: Tier}]
            audiences:
            """ + AudienceText.having("Gold", "tier", "gold");
    static final String MANIFEST = AUDIENCES + """
            experiences:
              - name: Banner
                __type: SEGMENTED
                status: ACTIVE
                variants: [{__type: SegmentedVariant, name: V, audiences: ["ref:audience/Gold"], audienceCombinationType: OR}]
            """;
    static final String CHANGED = MANIFEST.replace("Type: OR", "Type: AND");

    /** Another experience, which the manifest does not name. */
    static final String OTHER = MANIFEST.replace("    status: ACTIVE\n", "").replace("Banner", "Other");

    /** The same experience with another audience in place of the first. */
    static final String SILVER = AUDIENCES.replace("Gold", "Silver") + MANIFEST.substring(AUDIENCES.length()).replace("Gold", "Silver");

    AtAVersionedProject() {
        super(Dialect.LIVE, EmulatorOptions.defaults().personality(Personality.LIVE)
                .live(LiveOptions.defaults().strictMembers(true).quota(1000)));
    }

    void later() {
        time.sleep(Duration.ofMinutes(5));
    }

    List<String> statuses() {
        return emulator().project(UID).versions("Banner").stream().map(version -> version.path("status").asText()).toList();
    }

    /** The request of the versions of an experience. */
    static String versionsOf(String name) {
        return "GET /experiences/" + emulator().project(UID).experience(name).path("uid").asText() + "/versions";
    }
}
