// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.examples.kafka.broker.KafkaBroker;
import io.github.camelpersonalize.examples.setup.Attempt;
import io.github.camelpersonalize.examples.setup.Attempt.Verdict;
import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the routes do when it is not the record that is at fault. */
class ConnectorTest {

    private static KafkaBroker broker;

    private final PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final List<Long> committedWhileHeld = new CopyOnWriteArrayList<>();
    private final Topics topics = new Topics(broker.bootstrapServers());
    private final Map<String, String> properties = new HashMap<>(Service.properties(emulator));
    private String attributes;

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void publishAttributes(TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName();
        Samples samples = new Samples(broker.bootstrapServers());
        for (String kind : List.of("attributes", "events", "audiences", "dead-letter")) {
            properties.put("kafka.topic." + kind, name + "." + kind);
            broker.createTopics(3, List.of(name + "." + kind));
        }
        properties.put("kafka.brokers", broker.bootstrapServers());
        properties.put("camel.component.personalize.requests-per-second", "1000");
        properties.put("camel.component.personalize.max-retries", "0");
        properties.put("outage.pause", "100");
        attributes = name + ".attributes";
        samples.publish("attributes", attributes);
    }

    @AfterEach
    void stopService() {
        emulator.close();
    }

    @Test
    void whileTheServiceIsDownTheOffsetStaysAndNothingIsADeadLetter() {
        emulator.script(Script.on("*", "/**").then(3, Step.pass()).then(6, Step.status(503)));

        try (Connector connector = connector().start()) {
            Backlog backlog = Backlog.of(connector.context());
            await().atMost(Duration.ofSeconds(20)).until(() -> backlog.isSettled(attributes));
        }

        assertThat(of(Verdict.HELD)).hasSizeGreaterThan(1).extracting(Attempt::at).containsOnly(of(Verdict.HELD).get(0).at());
        assertThat(of(Verdict.HELD)).allMatch(attempt -> attempt.detail().contains("the service failed with 503"));
        assertThat(committedWhileHeld).containsOnly(committedWhileHeld.get(0));
        assertThat(emulator.project("demo").attributes()).hasSize(12);
        assertThat(of(Verdict.CREATED)).hasSize(12);
        assertThat(of(Verdict.REFUSED)).hasSize(5);
        assertThat(topics.read(properties.get("kafka.topic.dead-letter"))).hasSize(5)
                .noneMatch(letter -> Topics.text(letter.headers()).get("error.message").contains("503"));
    }

    @Test
    void aDefinitionWhoseCreationWasNotAnsweredIsNeitherLostNorADeadLetter() {
        emulator.script(Script.on("POST", "/attributes").withKey("age").then(Step.status(503).applied()));
        emulator.script(Script.on("GET", "/attributes").then(Step.status(503)));

        try (Connector connector = connector().start()) {
            Backlog backlog = Backlog.of(connector.context());
            await().atMost(Duration.ofSeconds(20)).until(() -> backlog.isSettled(attributes));
        }

        assertThat(of(Verdict.HELD)).extracting(Attempt::at).containsExactly(of(Verdict.ADOPTED).get(0).at());
        assertThat(of(Verdict.ADOPTED)).extracting(Attempt::detail).containsExactly("age");
        assertThat(emulator.project("demo").attributes()).hasSize(12);
        assertThat(topics.read(properties.get("kafka.topic.dead-letter"))).hasSize(5);
    }

    @Test
    void whatTheServiceRefusesForItsCredentialsStopsTheRoutesAndStaysInItsTopic() throws Exception {
        properties.put("camel.component.personalize.authtoken", "an-authtoken-of-old");

        try (Connector connector = connector()) {
            connector.run();
            assertThat(connector.isStopped()).isTrue();
        }

        // A record that another thread polls while its route stops is not sent, and stays, too.
        assertThat(attempts).isNotEmpty().allMatch(attempt -> attempt.verdict() == Verdict.STOPPED
                || attempt.verdict() == Verdict.HELD && attempt.detail().endsWith("not sent, because the route is stopping"));
        assertThat(attempts.get(0).detail()).isEqualTo("attribute \"age\": the service refused the credential with 401: "
                + "The credentials are not valid; check authtoken, accessToken, the OAuth options or credentials (on the endpoint or as"
                + " camel.component.personalize.*); it was sent to 127.0.0.1");
        assertThat(emulator.requests()).extracting(RecordedRequest::status).containsOnly(401);
        assertThat(topics.committed("camel-personalize." + attributes, attributes)).isZero();
        assertThat(topics.read(properties.get("kafka.topic.dead-letter"))).isEmpty();
    }

    private Connector connector() {
        return new Connector(properties).report(Verdict.HELD, this::note);
    }

    private void note(Attempt attempt) {
        attempts.add(attempt);

        if (attempt.verdict() == Verdict.HELD) {
            committedWhileHeld.add(topics.committed("camel-personalize." + attributes, attributes));
        }
    }

    private List<Attempt> of(Verdict verdict) {
        return attempts.stream().filter(attempt -> attempt.verdict() == verdict).toList();
    }
}
