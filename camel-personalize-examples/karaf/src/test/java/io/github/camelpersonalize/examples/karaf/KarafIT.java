// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import javax.management.ObjectName;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.examples.karaf.KarafManagement.Bundle;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The feature that the component ships and the bundle of this example, in a real Karaf. */
class KarafIT {

    private static final String COMPONENT = "Camel Personalize";
    private static final String EXAMPLE = "Camel Personalize :: Examples :: Karaf";
    private static final String CONFIGURATION = "io.github.camelpersonalize.example.cfg";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Karaf karaf = new Karaf();
    private static PersonalizeEmulator emulator;
    private static KarafManagement management;

    @BeforeAll
    static void install() throws Exception {
        emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
        karaf.start(Map.of("PERSONALIZE_AUTHTOKEN", emulator.authtoken()));
        await("Karaf").atMost(PATIENCE).failFast("Karaf has ended", () -> !karaf.isAlive()).until(karaf::isBooted);
        management = await("management").atMost(PATIENCE).ignoreExceptions().until(karaf::management, KarafManagement::isComplete);
        management.addRepository(System.getProperty("features"));
        management.installFeature("camel-personalize");
        configure("p1");
        management.installBundle(System.getProperty("bundle"));
    }

    @AfterAll
    static void end() throws Exception {
        karaf.close();
        emulator.close();
    }

    @BeforeEach
    void start() {
        routeRuns();
    }

    @Test
    void anAttributeArrivesWithTheProjectAndCredentialOfTheConfiguration() throws Exception {
        drop("age", "number");

        RecordedRequest request = creation("age");
        assertThat(request.json()).isEqualTo(new ObjectMapper().readTree(attribute("age", "number")));
        assertThat(request.project()).isEqualTo("p1");
        assertThat(request.status()).isEqualTo(201);
    }

    @Test
    void aWrongAttributeIsRefusedByTheSchemaAndNotSent() throws Exception {
        drop("birthday", "moment");

        await().atMost(PATIENCE).until(() -> Files.exists(inbox().resolve(".failed/birthday.json")));
        assertThat(karaf.log())
                .contains("attribute \"birthday\": /data_type must be one of string, number, boolean, date; it is \"moment\"");
        assertThat(emulator.requests()).extracting(RecordedRequest::body).noneMatch(body -> body.contains("birthday"));
    }

    @Test
    void allBundlesAreActiveAndFragmentsResolved() throws Exception {
        assertThat(management.bundles().values()).contains(new Bundle(COMPONENT, "Active", false), new Bundle(EXAMPLE, "Active", false))
                .allSatisfy(bundle -> assertThat(bundle.state()).as(bundle.name()).isEqualTo(bundle.fragment() ? "Resolved" : "Active"));
    }

    @Test
    void theRouteHasItsMBeans() throws Exception {
        drop("city", "string");
        creation("city");

        await().atMost(PATIENCE).until(() -> (long) routeAttribute("ExchangesCompleted") > 0);
        assertThat(routeAttribute("EndpointUri")).asString().startsWith("file://");
        assertThat(management.names("org.apache.camel:type=components,name=\"personalize\",*")).hasSize(1);
        assertThat(management.names("org.apache.camel:type=endpoints,name=\"personalize://attributes*\",*")).hasSize(1);
    }

    @Test
    void anUpdateOfTheComponentRestartsTheRouteWithIt() throws Exception {
        drop("before_update", "string");
        creation("before_update");

        management.updateBundle(COMPONENT);

        routeIsNew();
        drop("after_update", "string");
        assertThat(creation("after_update").status()).isEqualTo(201);
    }

    @Test
    void featureAndBundleCanBeUninstalledAndInstalledAgain() throws Exception {
        management.uninstallBundle(EXAMPLE);
        management.uninstallFeature("camel-personalize");
        assertThat(management.bundles().values()).extracting(Bundle::name).doesNotContain(COMPONENT, EXAMPLE);
        management.installFeature("camel-personalize");
        management.installBundle(System.getProperty("bundle"));

        routeIsNew();
        drop("after_reinstallation", "string");
        assertThat(creation("after_reinstallation").status()).isEqualTo(201);
    }

    @Test
    void aChangeOfTheConfigurationRestartsTheRouteWithIt() throws Exception {
        drop("before_change", "string");
        creation("before_change");

        configure("p2");

        routeIsNew();
        drop("after_change", "string");
        assertThat(creation("after_change").project()).isEqualTo("p2");
        configure("p1");
        routeIsNew();
    }

    @Test
    void aWrongOptionIsToldInTheLogWithoutItsValueAndMendedByTheNextChange() throws Exception {
        configure("p1", "personalize.authtokn = s3cret");

        await().atMost(PATIENCE)
                .until(() -> karaf.log().contains("there is no option authtokn (did you mean \"authtoken\"?)"));
        assertThat(karaf.log()).doesNotContain("s3cret");
        configure("p1");
        routeIsNew();
    }

    @Test
    void thereIsNoRepositoryBesideTheFolderSystem() {
        String inTheRepositoryOfTheBuild = "mvn:org.assertj/assertj-core/" + Assertions.class.getPackage().getImplementationVersion();

        assertThatThrownBy(() -> management.installBundle(inTheRepositoryOfTheBuild)).hasStackTraceContaining("assertj-core");
        assertThat(karaf.downloads()).doesNotExist();
    }

    /** The file that the example ships, for this service and project. */
    private static void configure(String project, String... more) throws IOException {
        String shipped = Files.readString(Path.of("src/main/karaf/etc").resolve(CONFIGURATION));
        String ours = shipped.replace("# personalize.baseUrl = http://127.0.0.1:8181", "personalize.baseUrl = " + emulator.baseUrl())
                .replace("64c7787b333555469a861224", project);
        assertThat(ours).contains(emulator.baseUrl(), project);
        Files.writeString(karaf.etc().resolve(CONFIGURATION), ours + String.join("\n", more));
    }

    private static Path inbox() {
        return karaf.data().resolve("personalize/inbox");
    }

    private static String attribute(String key, String type) {
        return "{\"key\": \"%1$s\", \"name\": \"%1$s\", \"data_type\": \"%2$s\"}".formatted(key, type);
    }

    private static void drop(String key, String type) throws IOException {
        Path file = Files.writeString(Files.createDirectories(inbox()).resolve(key + ".part"), attribute(key, type));
        Files.move(file, inbox().resolve(key + ".json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static RecordedRequest creation(String key) {
        return await("creation of " + key).atMost(PATIENCE).until(() -> emulator.requests("POST", "/attributes").stream()
                .filter(request -> request.json().path("key").asText().equals(key)).findFirst().orElse(null), Objects::nonNull);
    }

    /** A route that has been started anew has seen no exchange. */
    private static void routeIsNew() {
        await("new route").atMost(PATIENCE).ignoreExceptions().until(() -> routeAttribute("ExchangesTotal"), Long.valueOf(0)::equals);
        routeRuns();
    }

    private static void routeRuns() {
        await("route").atMost(PATIENCE).ignoreExceptions().until(() -> routeAttribute("State"), "Started"::equals);
    }

    private static Object routeAttribute(String attribute) throws Exception {
        ObjectName route = management.names("org.apache.camel:type=routes,name=\"attributes-from-files\",*").iterator().next();
        return management.attribute(route, attribute);
    }
}
