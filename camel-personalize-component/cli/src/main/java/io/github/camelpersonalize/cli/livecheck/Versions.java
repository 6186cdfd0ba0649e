// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Operation;

import static io.github.camelpersonalize.api.Operation.createVersion;
import static io.github.camelpersonalize.api.Operation.deleteVersion;
import static io.github.camelpersonalize.api.Operation.getSummary;
import static io.github.camelpersonalize.api.Operation.listVersions;
import static io.github.camelpersonalize.api.Operation.updateVersion;
import static io.github.camelpersonalize.api.Resource.experiences;

/** Tries the versions of a segmented experience, from its empty draft to a second active version that was paused and resumed. */
final class Versions {

    private final Calls calls;
    private final Findings findings;
    private final Made made;
    private final String uid;

    Versions(Calls calls, Findings findings, Made made, String uid) {
        this.calls = calls;
        this.findings = findings;
        this.made = made;
        this.uid = uid;
    }

    void run(String firstDraft) {
        beforeVariants(firstDraft);
        Map<String, String> first = fill(firstDraft);
        if (first.isEmpty() || !activate(firstDraft, first)) {
            return;
        }
        whileActive(firstDraft, first);
        Answer next = calls.version(createVersion, uid, null, version("DRAFT", gold(first.get("Gold")), bronze(null)));
        findings.accepted(Point.NEXT_DRAFT, next);
        if (next.isAccepted()) {
            nextDraft(next, first);
            next(firstDraft, next.uid());
        }
    }

    private void beforeVariants(String draft) {
        findings.refused(Point.TOO_FEW, calls.version(updateVersion, uid, draft, version("ACTIVE")), "TOO_FEW_VARIANTS");
        findings.refused(Point.NO_ANALYTICS, calls.version(getSummary, uid, draft, null), "NO_ANALYTICS");
    }

    private Map<String, String> fill(String draft) {
        Answer filled = calls.version(updateVersion, uid, draft, version("DRAFT", gold(null), silver(null)));
        findings.accepted(Point.FIRST_FILL, filled);
        if (!filled.isAccepted()) {
            return Map.of();
        }
        Map<String, String> first = Json.shortUids(find(draft));
        findings.check(Point.FIRST_FILL, first.size() == 2 && !first.containsValue("none"), "shortUids " + first);
        Answer changed = calls.version(updateVersion, uid, draft,
                version("DRAFT", gold(first.get("Gold")).put("audienceCombinationType", "AND"), silver(first.get("Silver"))));
        findings.accepted(Point.DRAFT_KEEPS, changed);
        Map<String, String> now = Json.shortUids(find(draft));
        findings.check(Point.DRAFT_KEEPS, now.equals(first) && Json.shortUids(changed.body()).equals(first),
                "sent " + first + ", answered " + Json.shortUids(changed.body()) + ", kept " + now);
        findings.refused(Point.SECOND_DRAFT, calls.version(createVersion, uid, null, version("DRAFT", bronze(null))));
        return now;
    }

    private boolean activate(String draft, Map<String, String> first) {
        Answer active = calls.version(updateVersion, uid, draft, version("ACTIVE", gold(first.get("Gold")), silver(first.get("Silver"))));
        findings.accepted(Point.ACTIVATE, active);
        JsonNode now = find(draft);
        findings.check(Point.ACTIVATE, isActive(now) && now.has("firstActivatedAt"), active.seen() + ", members " + Json.members(now));
        return isActive(now);
    }

    private void whileActive(String version, Map<String, String> first) {
        findings.refused(Point.LOCKED, calls.version(updateVersion, uid, version,
                version("ACTIVE", gold(first.get("Gold")), silver(first.get("Silver")).put("name", "Other"))), "VERSION_LOCKED");
        findings.refused(Point.NO_WAY_BACK, calls.version(updateVersion, uid, version,
                version("DRAFT", gold(first.get("Gold")), silver(first.get("Silver")))), "VERSION_STATUS");
        findings.refused(Point.ACTIVE_STAYS, calls.version(deleteVersion, uid, version, null));
        Answer summary = calls.version(getSummary, uid, version, null);
        findings.observe(Point.ANALYTICS, summary.isAccepted() ? "members " + Json.members(summary.body()) : summary.seen());
    }

    private void nextDraft(Answer next, Map<String, String> first) {
        String draft = next.uid();
        Map<String, String> second = Json.shortUids(find(draft));
        findings.check(Point.NEXT_KEEPS, first.get("Gold").equals(second.get("Gold")), "sent " + first.get("Gold") + ", kept " + second);
        findings.check(Point.NEXT_NUMBER, !first.containsValue(second.get("Bronze")) && !"none".equals(second.get("Bronze")),
                "before " + first + ", then " + second);
        calls.version(updateVersion, uid, draft, version("DRAFT", gold(null), bronze(second.get("Bronze"))));
        Map<String, String> third = Json.shortUids(find(draft));
        findings.check(Point.ORPHAN, !third.getOrDefault("Gold", "").equals(first.get("Gold")), "before " + second + ", then " + third);
    }

    private void next(String first, String second) {
        Answer active = calls.version(updateVersion, uid, second, find(second).<ObjectNode>deepCopy().put("status", "ACTIVE"));
        if (!isActive(find(second))) {
            findings.observe(Point.ARCHIVES, "no second activation: " + active.seen());
            return;
        }
        String former = find(first).path("status").asText("none");
        findings.check(Point.ARCHIVES, former.equals("ARCHIVED"), "the former is " + former);
        List<String> order = list().items().map(version -> version.path("uid").asText()).toList();
        findings.check(Point.VERSION_ORDER, order.equals(List.of(first, second)), order.size() + " versions, first one first: "
                + (order.indexOf(first) == 0));
        findings.refused(Point.ARCHIVED, calls.version(updateVersion, uid, first, version("ACTIVE", bronze(null))));
        pause(second);
        Answer third = calls.version(createVersion, uid, null, version("DRAFT", bronze(null)));
        Answer deleted = calls.version(deleteVersion, uid, third.uid(), null);
        findings.accepted(Point.DRAFT_DELETE, deleted);
        findings.check(Point.DRAFT_DELETE, find(third.uid()).isEmpty(), deleted.seen());
        JsonNode experience = calls.call(experiences, Operation.get, uid, null).body();
        if (experience.has("_cms")) {
            findings.check(Point.CMS, true, "members " + Json.members(experience.path("_cms")));
            return;
        }
        findings.observe(Point.CMS, "not yet, or the project has no stack");
    }

    private void pause(String version) {
        Answer paused = calls.version(Operation.pause, uid, version, null);
        findings.accepted(Point.PAUSE, paused);
        if (!paused.isAccepted()) {
            return;
        }
        String status = find(version).path("status").asText();
        findings.check(Point.PAUSE, status.equals("PAUSED"), "status " + status);
        Answer resumed = calls.version(Operation.activate, uid, version, null);
        findings.accepted(Point.RESUME, resumed);
        findings.check(Point.RESUME, isActive(find(version)), resumed.seen());
    }

    private Answer list() {
        return calls.call(experiences, listVersions, uid, null);
    }

    private JsonNode find(String version) {
        return list().items().filter(one -> one.path("uid").asText().equals(version)).findFirst().orElseGet(() -> Json.object("{}"));
    }

    private static boolean isActive(JsonNode version) {
        return version.path("status").asText().equals("ACTIVE");
    }

    private static ObjectNode version(String status, ObjectNode... variants) {
        ObjectNode version = Json.object("{'status': '%s', 'variants': []}", status);
        version.withArray("variants").addAll(List.of(variants));
        return version;
    }

    private ObjectNode gold(String shortUid) {
        return variant("Gold", made.audience(), shortUid);
    }

    private ObjectNode silver(String shortUid) {
        return variant("Silver", made.secondAudience(), shortUid);
    }

    private ObjectNode bronze(String shortUid) {
        return variant("Bronze", made.secondAudience(), shortUid);
    }

    private static ObjectNode variant(String name, String audience, String shortUid) {
        ObjectNode variant = Json
                .object("{'__type': 'SegmentedVariant', 'name': '%s', 'audiences': ['%s'], 'audienceCombinationType': 'OR', "
                        + "'lyticsAudiences': []}", name, audience);
        return shortUid == null ? variant : variant.put("shortUid", shortUid);
    }
}
