// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.quarkus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged application, started as it is in production: the environment tells it where to send what, and as whom. */
class EnvironmentIT {

    private static final Pattern PORT = Pattern.compile("Listening on: http://127[.]0[.]0[.]1:(\\d+)");
    private static final String ADULTS = "{\"name\":\"Adults\",\"description\":\"18 and over\"}";

    @TempDir
    Path directory;
    private PersonalizeEmulator service;
    private Process application;

    @AfterEach
    void stop() {
        if (application != null) {
            application.destroy();
            await().atMost(Duration.ofMinutes(1)).until(() -> !application.isAlive());
        }
        service.close();
    }

    @Test
    void the_project_and_the_authtoken_are_those_of_the_environment() throws Exception {
        service = PersonalizeEmulator.start(EmulatorOptions.defaults().authtokens("authtoken-of-the-environment"));
        start(Map.of("CAMEL_COMPONENT_PERSONALIZE_BASEURL", service.baseUrl(),
                "CAMEL_COMPONENT_PERSONALIZE_PROJECTUID", "p2",
                "CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN", "authtoken-of-the-environment"));

        HttpResponse<String> answer = create(ADULTS);

        assertThat(answer.body()).isEqualTo(service.project("p2").audience("Adults").toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(service.requests()).extracting(RecordedRequest::toString).containsExactly("POST /audiences 201");
    }

    @Test
    void so_are_the_access_token_and_the_retries_which_no_file_names() throws Exception {
        service = PersonalizeEmulator.start(EmulatorOptions.defaults().accessTokens("access-token-of-the-environment"));
        service.script(Script.on("GET", "/audiences").thenStatuses(500));
        start(Map.of("CAMEL_COMPONENT_PERSONALIZE_BASEURL", service.baseUrl(),
                "CAMEL_COMPONENT_PERSONALIZE_PROJECTUID", "p2",
                "CAMEL_COMPONENT_PERSONALIZE_ACCESSTOKEN", "access-token-of-the-environment",
                "CAMEL_COMPONENT_PERSONALIZE_MAXRETRIES", "0"));

        assertThat(create(ADULTS).body()).isEqualTo(service.project("p2").audience("Adults").toString());
        assertThat(list().statusCode()).isEqualTo(503);

        assertThat(service.requests()).extracting(RecordedRequest::toString).containsExactly("POST /audiences 201", "GET /audiences 500");
    }

    @Test
    void a_file_may_name_a_variable_of_its_own_and_an_option_that_it_names_is_overridden_by_the_variable_with_the_underscore()
            throws Exception {
        service = PersonalizeEmulator.start(EmulatorOptions.defaults().authtokens("authtoken-of-the-environment"));
        Files.writeString(Files.createDirectory(directory.resolve("config")).resolve("application.properties"), """
                camel.component.personalize.project-uid=p1
                camel.component.personalize.authtoken=${PERSONALIZE_AUTHTOKEN}
                """);
        start(Map.of("CAMEL_COMPONENT_PERSONALIZE_BASEURL", service.baseUrl(),
                "CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID", "p2",
                "PERSONALIZE_AUTHTOKEN", "authtoken-of-the-environment"));

        assertThat(create(ADULTS).body()).isEqualTo(service.project("p2").audience("Adults").toString());
        assertThat(service.requests()).extracting(RecordedRequest::toString).containsExactly("POST /audiences 201");
    }

    @Test
    void a_mistyped_variable_is_told_at_start_with_the_right_name() throws Exception {
        service = PersonalizeEmulator.start();
        start(Map.of("CAMEL_COMPONENT_PERSONALIZE_BASEURL", service.baseUrl(), "CAMEL_COMPONENT_PERSONALIZE_AUTHTOKN", "c4n4ry",
                "CAMEL_COMPONENT_PERSONALIZE_ONCONFLICT", "updat"));

        await().atMost(Duration.ofMinutes(1)).until(() -> !application.isAlive());
        assertThat(Files.readString(log())).contains("there is no option authtokn (did you mean \"authtoken\"?); the options are ",
                " must be one of update, skip, fail; it is \"updat\" (did you mean \"update\"?)");
        // Camel's own summary of the properties shows the value.
        assertThat(Files.readAllLines(log())).filteredOn(line -> line.contains("there is no option")).isNotEmpty()
                .noneMatch(line -> line.contains("c4n4ry"));
        assertThat(application.exitValue()).isNotZero();
        assertThat(service.requests()).isEmpty();
    }

    private void start(Map<String, String> environment) throws IOException {
        ProcessBuilder command = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-jar",
                System.getProperty("jar")).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log().toFile());
        command.environment().putAll(environment);
        command.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        command.environment().put("QUARKUS_HTTP_PORT", "0");
        application = command.start();
    }

    private HttpResponse<String> create(String audience) throws IOException, InterruptedException {
        return send(audiences().header("Content-Type", "application/json").POST(BodyPublishers.ofString(audience)));
    }

    private HttpResponse<String> list() throws IOException, InterruptedException {
        return send(audiences());
    }

    private HttpRequest.Builder audiences() {
        int port = await().atMost(Duration.ofMinutes(5)).until(this::port, free -> free > 0);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/audiences"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** The one that was free, as the application tells it; 0 until it has started. */
    private int port() throws IOException {
        String text = Files.readString(log());
        assertThat(application.isAlive()).as(text).isTrue();
        Matcher port = PORT.matcher(text);
        return port.find() ? Integer.parseInt(port.group(1)) : 0;
    }

    private Path log() {
        return directory.resolve("log");
    }
}
