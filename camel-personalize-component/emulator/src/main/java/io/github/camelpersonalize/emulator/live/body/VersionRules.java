// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.live.state.Experience;
import io.github.camelpersonalize.emulator.live.state.ObjectIds;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.live.state.References;
import io.github.camelpersonalize.emulator.live.state.Versions;
import io.github.camelpersonalize.emulator.service.Kind;

/** Looks at the content of a version: its variants, metrics and targeting, as far as {@link Bodies#VERSION} does not. */
public final class VersionRules {

    private static final int MOST_VARIANTS = 20;
    private static final int MOST_AUDIENCES = 50;
    private static final int MOST_SECONDARY_METRICS = 4;

    private final Project project;
    private final Experience experience;
    private final Problems problems;

    private VersionRules(Project project, Experience experience, Problems problems) {
        this.project = project;
        this.experience = experience;
        this.problems = problems;
    }

    /** Adds what is wrong with the content of a version of this experience. */
    public static void examine(JsonNode body, Project project, Experience experience, Problems problems) {
        VersionRules rules = new VersionRules(project, experience, problems);
        rules.variants(body.path("variants"));
        rules.metrics(body.path("metrics"));
        if (body.at("/targeting/target").isObject()) {
            RuleTree.examineTarget("targeting.target", body.at("/targeting/target"), project, problems);
        }
        rules.audiencesExist("targeting", body.at("/targeting/audience/audiences"));
    }

    /** How many variants an experience of that type must have to be activated. */
    public static int leastVariants(String type) {
        return type.equals("AB_TEST") ? 2 : 1;
    }

    /** The content that will be stored: members that are known, and a primary metric where there are metrics. */
    public static ObjectNode content(JsonNode body, Experience experience) {
        ObjectNode content = Json.object();
        content.set("variants", KnownMembers.of(body.get("variants"), variantShape(experience)));
        if (experience.type().equals("AB_TEST")) {
            Versions.CONTENT.stream().filter(body::hasNonNull).filter(member -> !member.equals("variants"))
                    .forEach(member -> content.set(member, body.get(member).deepCopy()));
            promote(content.path("metrics"));
        }
        return content;
    }

    private void variants(JsonNode variants) {
        if (variants.size() > MOST_VARIANTS) {
            problems.add("variants", Code.INVALID, "must contain no more than " + MOST_VARIANTS + " elements");
        }
        Shape shape = variantShape(experience);
        Set<String> shortUids = new HashSet<>();
        for (int i = 0; i < variants.size(); i++) {
            String at = "variants[" + i + "]";
            shape.examine(at, variants.get(i), problems);
            shortUid(at, variants.get(i).path("shortUid").asText(""), shortUids);
            if (experience.type().equals("SEGMENTED")) {
                segmented(at, variants.get(i));
            }
        }
    }

    private void segmented(String at, JsonNode variant) {
        JsonNode audiences = variant.path("audiences");
        if (audiences.isArray() && audiences.isEmpty() && variant.path("lyticsAudiences").isEmpty() && !variant.hasNonNull("target")) {
            problems.add(at + ".audiences", Code.EMPTY_ARRAY, "should not be empty");
        }
        if (audiences.size() > MOST_AUDIENCES) {
            problems.add(at + ".audiences", Code.INVALID, "must contain no more than " + MOST_AUDIENCES + " elements");
        }
        audiencesExist(at, audiences);
        if (variant.path("target").isObject()) {
            RuleTree.examineTarget(at + ".target", variant.get("target"), project, problems);
        }
    }

    private void audiencesExist(String at, JsonNode audiences) {
        for (JsonNode uid : audiences) {
            if (ObjectIds.isObjectId(uid.asText()) && project.shelf(Kind.AUDIENCE).find(uid.textValue()).isEmpty()) {
                problems.addSentence(at, Code.UNKNOWN_REFERENCE, "no audience has the uid " + uid.textValue());
            }
        }
    }

    private void shortUid(String at, String shortUid, Set<String> seen) {
        if (shortUid.isEmpty()) {
            return;
        }
        if (!experience.versions().knowsVariant(shortUid)) {
            problems.add(at + ".shortUid", Code.INVALID, "is for the service to give: '" + shortUid + "'");
        } else if (!seen.add(shortUid)) {
            problems.add(at + ".shortUid", Code.DUPLICATE, "is repeated: '" + shortUid + "'");
        }
    }

    private void metrics(JsonNode metrics) {
        long primary = count(metrics, "Primary");
        long secondary = count(metrics, "Secondary");
        if (primary > 1 || secondary > MOST_SECONDARY_METRICS) {
            problems.add("metrics", Code.INVALID, "must contain no more than 1 Primary and " + MOST_SECONDARY_METRICS + " Secondary");
        }
        for (String uid : References.events(Json.object().set("metrics", metrics))) {
            if (ObjectIds.isObjectId(uid) && project.shelf(Kind.EVENT).find(uid).isEmpty()) {
                problems.addSentence("metrics", Code.UNKNOWN_REFERENCE, "no event has the uid " + uid);
            }
        }
    }

    private static long count(JsonNode metrics, String type) {
        long count = 0;
        for (JsonNode metric : metrics) {
            count += metric.path("__type").asText().equals(type) ? 1 : 0;
        }
        return count;
    }

    /** Without a primary metric the next becomes it. */
    private static void promote(JsonNode metrics) {
        if (count(metrics, "Primary") == 0 && metrics.path(0) instanceof ObjectNode first) {
            first.put("__type", "Primary");
        }
    }

    private static Shape variantShape(Experience experience) {
        return experience.type().equals("AB_TEST") ? Bodies.AB_TEST_VARIANT : Bodies.SEGMENTED_VARIANT;
    }
}
