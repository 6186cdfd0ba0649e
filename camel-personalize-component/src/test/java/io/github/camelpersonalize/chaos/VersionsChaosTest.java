// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.ProjectView;
import io.github.camelpersonalize.emulator.live.LiveOptions;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever an apply is cut between the creation of an experience, the fill of its draft, its activation and the priority, the next ones finish it:
 * nothing is there twice, and nothing is active that is not asked for. The seeds are numbered from the system property {@code chaos.seed} on, and
 * {@code version.cuts} says how many there are.
 */
@Tag("chaos")
class VersionsChaosTest {

    private static final long SEED = Long.getLong("chaos.seed", 1);
    private static final int CUTS = Integer.getInteger("version.cuts", 300);
    private static final int TOLD = 10;
    private static final int MOST_RUNS = 30;
    /** About as many requests as an apply takes. */
    private static final int REQUESTS = 25;

    private static final String FIRST = """
            events: [{key: checkout_done}]
            audiences: [{name: Gold, definition: {__type: RuleCombination, combinationType: AND, rules: []}}]
            experiences:
              - name: Button
                __type: AB_TEST
                variants:
                  - {__type: ABTestVariant, name: Blue, trafficDistribution: 50}
                  - {__type: ABTestVariant, name: Green, trafficDistribution: 50}
                metrics: [{__type: Primary, event: "ref:event/checkout_done"}]
              - name: Banner
                __type: SEGMENTED
                status: ACTIVE
                variants:
                  - {__type: SegmentedVariant, name: A, audiences: ["ref:audience/Gold"], audienceCombinationType: OR}
                  - {__type: SegmentedVariant, name: B, audiences: ["ref:audience/Gold"], audienceCombinationType: AND}
            priority: ["ref:experience/Banner", "ref:experience/Button"]
            """;
    /** A variant in place of another one, and another order. */
    private static final String SECOND = FIRST.replace("name: A,", "name: C,")
            .replace("[\"ref:experience/Banner\", \"ref:experience/Button\"]", "[\"ref:experience/Button\", \"ref:experience/Banner\"]");

    private final PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0)
            .personality(Personality.LIVE).live(LiveOptions.defaults().strictMembers(true)));
    private final HurriedTime time = new HurriedTime();
    /** Each is a process of its own as far as the component is concerned. */
    private final List<DefaultCamelContext> processes = List.of(new DefaultCamelContext(), new DefaultCamelContext());

    private final List<ProducerTemplate> senders = new ArrayList<>();

    @BeforeEach
    void start() {
        for (int i = 0; i < processes.size(); i++) {
            PersonalizeComponent component = processes.get(i).getComponent("personalize", PersonalizeComponent.class);
            HurriedTime.set(component, time);
            PersonalizeConfiguration options = component.getConfiguration();
            options.setDialect("live");
            options.setBaseUrl(emulator.baseUrl());
            options.setAuthtoken(emulator.authtoken());
            options.setRequestsPerSecond(100_000);
            options.setMaxRetries(2 * i);
            processes.get(i).start();
            senders.add(processes.get(i).createProducerTemplate());
        }
    }

    @AfterEach
    void stop() {
        processes.forEach(DefaultCamelContext::stop);
        emulator.close();
    }

    @Test
    void F135_whereverAnApplyIsCutTheNextOnesFinishItAndNothingIsThereTwice() {
        List<String> wrong = LongStream.range(SEED, SEED + CUTS).mapToObj(this::fault).flatMap(Optional::stream).toList();

        assertThat(wrong).withFailMessage(() -> "%d of %d ended badly (chaos.seed=%d version.cuts=%d):\n%s".formatted(wrong.size(), CUTS,
                SEED, CUTS, wrong.stream().limit(TOLD).collect(joining("\n")))).isEmpty();
    }

    private Optional<String> fault(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        String project = "p" + seed;
        emulator.reset();
        Optional<String> fault = reach(FIRST, project, random)
                .or(() -> unlike(project, "Banner", List.of("ACTIVE A=0 B=1"), "Button", List.of("DRAFT Blue=0 Green=1")))
                .or(() -> reach(SECOND, project, random))
                .or(() -> unlike(project, "Banner", List.of("ARCHIVED A=0 B=1", "ACTIVE C=2 B=1"), "Button",
                        List.of("DRAFT Blue=0 Green=1")))
                .or(() -> Optional.of(names(project)).filter(names -> !names.equals("Button Banner")));
        return fault.map(what -> "seed " + seed + ": " + what + "; " + emulator.requests().stream()
                .map(request -> request.method() + " " + request.path()).toList());
    }

    /** Applies a manifest until all is as asked for. The first applies are cut. */
    private Optional<String> reach(String manifest, String project, RandomGenerator random) {
        emulator.script(cuts(project, random));
        String last = "";
        for (int run = 0; run < MOST_RUNS; run++) {
            Exchange exchange = senders.get(random.nextInt(senders.size())).send(
                    "personalize:project?operation=apply&failOn=none&projectUid=none&headerOverrides=projectUid", sent -> {
                        sent.getMessage().setHeader(PersonalizeConstants.PROJECT_UID, project);
                        sent.getMessage().setBody(manifest);
                    });
            last = String.valueOf(exchange.getException());
            if (exchange.getException() == null) {
                Map<Outcome, Long> counts = exchange.getMessage().getBody(BatchReport.class).counts();
                last = exchange.getMessage().getBody(String.class);
                if (counts.keySet().equals(Set.of(Outcome.UNCHANGED))) {
                    return Optional.empty();
                }
            }
            if (random.nextBoolean()) {
                time.sleep(Duration.ofSeconds(2));
            }
        }
        return Optional.of("not finished after " + MOST_RUNS + " runs: " + last);
    }

    /** Some requests pass, one is lost before or after its effect, and now and then all those after it, too. */
    private static Script cuts(String project, RandomGenerator random) {
        Script script = Script.on("*", "/**").forProject(project);
        for (int cut = 0; cut <= random.nextInt(3); cut++) {
            Step lost = random.nextBoolean() ? Step.status(504) : Step.status(504).applied();
            script = script.then(random.nextInt(REQUESTS), Step.pass()).then(lost);
            if (random.nextBoolean()) {
                script = script.then(random.nextInt(12), Step.status(503));
            }
        }
        return script;
    }

    private Optional<String> unlike(String project, String one, List<String> ones, String other, List<String> others) {
        ProjectView view = emulator.project(project);
        List<String> names = view.experiences().stream().map(experience -> experience.path("name").asText()).sorted().toList();
        if (!names.equals(List.of("Banner", "Button"))) {
            return Optional.of("the experiences are " + names);
        }
        Map<String, List<String>> actual = Map.of(one, versions(view, one), other, versions(view, other));
        return actual.equals(Map.of(one, ones, other, others)) ? Optional.empty() : Optional.of("the versions are " + actual);
    }

    private static List<String> versions(ProjectView view, String experience) {
        return view.versions(experience).stream().map(VersionsChaosTest::shown).toList();
    }

    private static String shown(JsonNode version) {
        return version.path("status").asText() + StreamSupport.stream(version.path("variants").spliterator(), false)
                .map(variant -> " " + variant.path("name").asText() + "=" + variant.path("shortUid").asText()).collect(joining());
    }

    /** The experiences in the order of their priority. */
    private String names(String project) {
        ProjectView view = emulator.project(project);
        Map<String, String> names = view.experiences().stream().collect(
                Collectors.toMap(experience -> experience.path("uid").asText(), experience -> experience.path("name").asText()));
        List<String> ordered = new ArrayList<>();
        view.priority().forEach(uid -> ordered.add(names.get(uid)));
        return String.join(" ", ordered);
    }
}
