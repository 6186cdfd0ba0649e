// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.lifecycle.NextStep.Conflict;
import io.github.camelpersonalize.lifecycle.NextStep.Done;
import io.github.camelpersonalize.lifecycle.NextStep.Write;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random histories of a definition with versions, whose seed is the system property {@code versions.seed}, {@code versions.runs} of them. */
class VersionStepsTest {

    private static final long SEED = Long.getLong("versions.seed", 1);
    private static final int RUNS = Integer.getInteger("versions.runs", 500);
    private static final Shape SHAPE = Dialect.LIVE.shape(Resource.experiences);
    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E");

    @Test
    void F134_F135_whateverIsAskedForAndLostAVariantKeepsItsUidAsLongAsItKeepsItsName() {
        for (long seed = SEED; seed < SEED + RUNS; seed++) {
            new History(seed).run();
        }
    }

    @Test
    void F134_whereTwoVariantsOfTheServiceHaveOneNameNobodyGuessesWhichIsMeant() {
        Service service = new Service(new Random(1));
        ObjectNode twins = version("ACTIVE", List.of(variant("A", 1).put("shortUid", "0"), variant("A", 2).put("shortUid", "1")));
        service.versions.set(0, twins.put("uid", "v0"));

        NextStep next = desired(version("ACTIVE", List.of(variant("A", 3)))).next(service.list());

        assertThat(next).isEqualTo(new Conflict("version v0 has 2 variants of the name \"A\", so that it is unknown which of them is meant;"
                + " rename all but one of them in the user interface"));
    }

    @Test
    void F134_aVariantThatIsRenamedByItsUidKeepsItAndAUidThatTheDefinitionNeverHadIsLeftOut() {
        Service service = new Service(new Random(1));
        service.versions.set(0, version("DRAFT", List.of(variant("A", 1).put("shortUid", "0"))).put("uid", "v0"));

        Write write = (Write) desired(version("DRAFT", List.of(variant("B", 1).put("shortUid", "0"), variant("C", 1).put("shortUid", "7"))))
                .next(service.list());

        assertThat(write.body().at("/variants/0/shortUid").asText()).isEqualTo("0");
        assertThat(write.body().at("/variants/1").has("shortUid")).isFalse();
    }

    @Test
    void F135_whatAnotherDraftHasBesidesIsNotActivatedWithTheDesiredMembers() {
        ObjectNode active = version("ACTIVE", List.of(variant("A", 1).put("shortUid", "0"))).put("uid", "v1");
        ObjectNode draft = version("DRAFT", List.of(variant("A", 1).put("shortUid", "0"))).put("uid", "v2").put("variantSplit", "other");
        Versions versions = new Versions(SHAPE, List.of(active, draft));
        ObjectNode asked = version("ACTIVE", List.of(variant("A", 2)));

        Write write = (Write) desired(asked).next(versions);

        assertThat(write.uid()).isEqualTo("v2");
        assertThat(write.body()).isEqualTo(version("DRAFT", List.of(variant("A", 2).put("shortUid", "0"))));
        assertThat(desired(asked).prospect(versions).effects()).containsExactly("replaces its draft, which has other changes", "goes live");
    }

    private static DesiredVersion desired(ObjectNode members) {
        return new DesiredVersion(SHAPE, members, (sent, kept) -> false);
    }

    private static ObjectNode variant(String name, int content) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("trafficDistribution", content);
    }

    private static ObjectNode version(String status, List<ObjectNode> variants) {
        ObjectNode version = JsonNodeFactory.instance.objectNode();
        if (status != null) {
            version.put("status", status);
        }
        version.putArray("variants").addAll(variants);
        return version;
    }

    /** Some states that are asked for one after the other, with answers that are lost. */
    private static final class History {

        private final long seed;
        private final Random random;
        private final Service service;
        /** The uid that a name has had, as long as it was in one of the versions that count. */
        private final Map<String, String> uids = new HashMap<>();

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.service = new Service(random);
        }

        void run() {
            for (int i = 0; i < 8; i++) {
                reach(random(i));
            }
        }

        private ObjectNode random(int content) {
            List<String> names = new ArrayList<>(NAMES);
            Collections.shuffle(names, random);
            String[] statuses = {null, "DRAFT", "ACTIVE", "PAUSED"};
            return version(statuses[random.nextInt(4)],
                    names.stream().limit(1 + random.nextInt(4)).map(name -> variant(name, random.nextBoolean() ? 50 : content)).toList());
        }

        private void reach(ObjectNode members) {
            DesiredVersion desired = desired(members);
            Set<String> live = service.live();
            for (int calls = 0; calls < 6; calls++) {
                NextStep next = desired.next(service.list());
                if (next instanceof Done) {
                    checkStatus(members, live);
                    return;
                }
                boolean isCarriedOut = random.nextInt(5) > 0;
                if (isCarriedOut) {
                    service.write((Write) next);
                    checkUids();
                }
                calls -= isCarriedOut ? 0 : 1;
            }
            throw new AssertionError("seed " + seed + ": " + members + " is not reached, but " + service.versions);
        }

        private void checkUids() {
            Map<String, String> now = new HashMap<>();
            for (JsonNode version : service.list().counting()) {
                version.path("variants").forEach(variant -> now.merge(variant.path("name").asText(), variant.path("shortUid").asText(),
                        (one, other) -> one.equals(other) ? one : fail(variant)));
            }
            now.forEach((name, uid) -> assertThat(uids.getOrDefault(name, uid)).as("seed %s, %s in %s", seed, name, service.versions)
                    .isEqualTo(uid));
            uids.clear();
            uids.putAll(now);
        }

        private String fail(JsonNode variant) {
            throw new AssertionError("seed " + seed + ": two uids of " + variant + " in " + service.versions);
        }

        /** Nothing becomes active, or is no longer so, that is not asked to. */
        private void checkStatus(ObjectNode members, Set<String> before) {
            String status = members.path("status").asText();
            assertThat(service.count("DRAFT")).as("drafts, seed %s", seed).isLessThanOrEqualTo(1);
            if (status.equals("ACTIVE")) {
                assertThat(service.count("ACTIVE")).as("active, seed %s", seed).isEqualTo(1);
            } else if (status.equals("PAUSED")) {
                assertThat(service.count("ACTIVE")).as("active, seed %s", seed).isZero();
            } else {
                assertThat(service.live()).as("live, seed %s", seed).isEqualTo(before);
            }
        }
    }

    /** What is known of the service: one draft, short uids that are given once, versions that are archived when another becomes active. */
    private static final class Service {

        private final List<ObjectNode> versions = new ArrayList<>(List.of(version("DRAFT", List.of()).put("uid", "v0")));
        private final Random random;
        private int shortUid;

        Service(Random random) {
            this.random = random;
        }

        Versions list() {
            return new Versions(SHAPE, versions.stream().map(ObjectNode::deepCopy).toList());
        }

        long count(String status) {
            return versions.stream().filter(version -> version.path("status").asText().equals(status)).count();
        }

        Set<String> live() {
            Set<String> live = new HashSet<>();
            versions.stream().filter(version -> version.path("status").asText().equals("ACTIVE"))
                    .forEach(version -> live.add(version.toString()));
            return live;
        }

        void write(Write write) {
            int at = IntStream.range(0, versions.size()).filter(i -> versions.get(i).path("uid").asText().equals(write.uid())).findFirst()
                    .orElse(versions.size());
            Optional<ObjectNode> old = at < versions.size() ? Optional.of(versions.get(at)) : Optional.empty();
            String status = write.body().path("status").asText();
            String before = old.map(version -> version.path("status").asText()).orElse("NEW");
            assertThat(Set.of("NEW DRAFT", "DRAFT DRAFT", "DRAFT ACTIVE", "ACTIVE PAUSED", "PAUSED ACTIVE"))
                    .contains(before + " " + status);
            if (!before.equals("DRAFT") && old.isPresent()) {
                assertThat(write.body().path("variants")).isEqualTo(old.get().path("variants"));
            }
            assertThat(before.equals("NEW") && count("DRAFT") > 0).as("a second draft").isFalse();
            ObjectNode made = write.body().deepCopy().put("uid", old.map(version -> write.uid()).orElse("v" + versions.size()));
            made.path("variants").forEach(variant -> ((ObjectNode) variant).put("shortUid",
                    variant.path("shortUid").asText(String.valueOf(shortUid++))));
            if (status.equals("ACTIVE")) {
                versions.stream().filter(version -> version.path("status").asText().matches("ACTIVE|PAUSED"))
                        .forEach(version -> version.put("status", "ARCHIVED"));
            }
            if (old.isPresent()) {
                versions.set(at, made);
            } else {
                versions.add(made);
            }
        }
    }
}
