// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;

/** All that is tried, in an order in which each step has what it needs. */
final class Tries {

    private static final int NO_CONTENT = 204;

    private final Calls calls;
    private final Findings findings;
    private final Names names;

    Tries(Calls calls, Findings findings, Names names) {
        this.calls = calls;
        this.findings = findings;
        this.names = names;
    }

    void run() {
        Made made = new Definitions(calls, findings, names).run();
        if (!made.isComplete()) {
            return;
        }
        Experiences experiences = new Experiences(calls, findings, names, made);
        JsonNode banner = experiences.segmented();
        String uid = banner.path("uid").asText();
        String abTest = experiences.abTest();
        if (!uid.isEmpty()) {
            new Versions(calls, findings, made, uid).run(banner.path("latestVersion").asText());
            experiences.inUse(uid);
        }
        Priority priority = new Priority(calls, findings);
        priority.run(uid, abTest);
        export();
        delete(priority, uid, abTest, made);
    }

    private void export() {
        Answer exported = calls.text(Operation.export, null);
        if (!exported.isAccepted()) {
            findings.accepted(Point.EXPORT, exported);
            return;
        }
        String manifest = exported.body().asText();
        Answer plan = calls.text(Operation.plan, manifest);
        String text = plan.body().asText();
        boolean isUnchanged = text.contains("0 to create, 0 to update, 0 to delete, ") && text.contains(" 0 blocked");
        findings.check(Point.EXPORT, manifest.contains(names.of("banner2")) && manifest.contains(names.of("gold")) && isUnchanged,
                text.lines().filter(line -> line.startsWith("Plan: ") || line.strip().startsWith("~ ") || line.strip().startsWith("+ ")
                        || line.strip().startsWith("- ")).collect(Collectors.joining("; ")));
    }

    private void delete(Priority priority, String banner, String abTest, Made made) {
        delete(Point.DELETE_ACTIVE, Resource.experiences, banner);
        priority.forgets(banner);
        delete(Point.GONE, Resource.experiences, abTest);
        delete(Point.GONE, Resource.audiences, made.audience());
        delete(Point.GONE, Resource.audiences, made.secondAudience());
        delete(Point.GONE, Resource.events, made.event());
        calls.call(Resource.audiences, Operation.list, null).items().filter(names::isOwn)
                .forEach(left -> delete(Point.GONE, Resource.audiences, left.path("uid").asText()));
        delete(Point.GONE, Resource.attributes, made.attribute());
    }

    private void delete(Point point, Resource kind, String uid) {
        if (uid.isEmpty()) {
            return;
        }
        Answer deleted = calls.call(kind, Operation.delete, uid, null);
        findings.accepted(point, deleted);
        if (!deleted.isAccepted()) {
            return;
        }
        findings.check(Point.DELETED, deleted.status() == NO_CONTENT, "HTTP " + deleted.status());
        boolean isGone = calls.call(kind, Operation.list, null).items().noneMatch(one -> one.path("uid").asText().equals(uid));
        findings.check(point, isGone, deleted.seen() + ", " + kind + " listed afterwards: " + !isGone);
    }
}
