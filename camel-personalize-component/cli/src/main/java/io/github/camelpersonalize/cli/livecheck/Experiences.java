// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;

import static io.github.camelpersonalize.api.Resource.experiences;

/** Tries experiences by what they are themselves: tags, type, filters, a draft that comes with them. */
final class Experiences {

    private final Calls calls;
    private final Findings findings;
    private final Names names;
    private final Made made;

    Experiences(Calls calls, Findings findings, Names names, Made made) {
        this.calls = calls;
        this.findings = findings;
        this.names = names;
        this.made = made;
    }

    /** Creates a segmented experience. Answers it as it was created, an empty object where it was not. */
    JsonNode segmented() {
        Answer created = calls.call(experiences, Operation.create, Json.object(
                "{'name': '%s', '__type': 'SEGMENTED', 'description': 'first', 'tags': ['Live-Check', 'live-check']}", names.of("banner")));
        findings.accepted(Point.EXPERIENCE, created);
        if (!created.isAccepted()) {
            return Json.object("{}");
        }
        JsonNode versions = calls.call(experiences, Operation.listVersions, created.uid(), null).body();
        JsonNode draft = versions.path(0);
        boolean isEmptyDraft = versions.size() == 1 && draft.path("status").asText().equals("DRAFT") && draft.path("variants").isEmpty()
                && draft.path("uid").equals(created.body().path("latestVersion")) && created.body().path("status").asText().equals("DRAFT");
        findings.check(Point.EXPERIENCE, isEmptyDraft, "status " + created.body().path("status") + ", versions " + versions);
        JsonNode tags = calls.call(experiences, Operation.get, created.uid(), null).body().path("tags");
        findings.check(Point.TAGS, Json.texts(tags).equals(List.of("live-check")), "tags " + tags);
        findings.refused(Point.ONLY_VERSION, calls.version(Operation.deleteVersion, created.uid(), draft.path("uid").asText(), null),
                "ONLY_VERSION");
        metadata(created.uid());
        return created.body();
    }

    /** Creates an A/B test and fills its draft. Answers its uid, empty where it was not created. */
    String abTest() {
        Answer created = calls.call(experiences, Operation.create, Json.object("{'name': '%s', '__type': 'AB_TEST'}", names.of("colours")));
        if (!created.isAccepted()) {
            findings.observe(Point.AB_VERSION, "no A/B test: " + created.seen());
            return "";
        }
        ObjectNode version = Json.object("{'status': 'DRAFT', 'variants': [{'__type': 'ABTestVariant', 'name': 'Blue', "
                + "'trafficDistribution': 50}, {'__type': 'ABTestVariant', 'name': 'Green', 'trafficDistribution': 50}], "
                + "'variantSplit': 'EQUALLY_SPLIT', 'metrics': [{'__type': 'Primary', 'event': '%s', 'name': 'Orders'}], "
                + "'targeting': {'audience': {'audiences': ['%s'], 'audienceCombinationType': 'AND'}}}", made.event(), made.audience());
        Answer filled = calls.version(Operation.updateVersion, created.uid(), created.body().path("latestVersion").asText(), version);
        findings.accepted(Point.AB_VERSION, filled);
        JsonNode kept = calls.call(experiences, Operation.listVersions, created.uid(), null).body().path(0);
        boolean isSame = List.of("variantSplit", "metrics", "targeting").stream()
                .allMatch(name -> kept.path(name).equals(version.path(name)));
        findings.check(Point.AB_VERSION, isSame && kept.at("/variants/1/trafficDistribution").asInt() == 50,
                filled.seen() + ", members " + Json.members(kept));
        filter(Point.EVENT_FILTER, "referredEvents", made.event(), created.uid());
        findings.refused(Point.EVENT_IN_USE, calls.call(Resource.events, Operation.delete, made.event(), null));
        return created.uid();
    }

    /** The experience refers to the audience by now. */
    void inUse(String uid) {
        filter(Point.AUDIENCE_FILTER, "referredAudiences", made.secondAudience(), uid);
        findings.refused(Point.AUDIENCE_IN_USE, calls.call(Resource.audiences, Operation.delete, made.secondAudience(), null));
    }

    private void metadata(String uid) {
        Answer changed = calls.call(experiences, Operation.update, uid, Json.object(
                "{'name': '%s', '__type': 'SEGMENTED', 'description': 'second', 'tags': ['live-check']}", names.of("banner2")));
        JsonNode now = calls.call(experiences, Operation.get, uid, null).body();
        findings.accepted(Point.EXPERIENCE_UPDATE, changed);
        findings.check(Point.EXPERIENCE_UPDATE,
                now.path("name").asText().equals(names.of("banner2")) && now.path("description").asText().equals("second"), changed.seen());
        Answer other = calls.call(experiences, Operation.update, uid,
                Json.object("{'name': '%s', '__type': 'AB_TEST', 'description': 'second', 'tags': []}", names.of("banner2")));
        JsonNode then = calls.call(experiences, Operation.get, uid, null).body();
        findings.check(Point.EXPERIENCE_TYPE, then.path("__type").asText().equals("SEGMENTED"), other.seen());
    }

    private void filter(Point point, String option, String referred, String expected) {
        Answer narrowed = calls.query(experiences, Operation.list, option, referred);
        List<String> uids = narrowed.items().map(one -> one.path("uid").asText()).toList();
        findings.check(point, uids.equals(List.of(expected)), narrowed.seen() + ", " + uids.size() + " items");
    }
}
