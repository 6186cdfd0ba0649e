// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.quarkus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Emulator.class)
class PersonalizeOnQuarkusTest {

    private static final String ADULTS = "{\"name\":\"Adults\",\"description\":\"18 and over\"}";

    @TestHTTPResource("/audiences")
    URI audiences;

    PersonalizeEmulator service;

    @BeforeEach
    void begin() {
        service.reset();
    }

    @Test
    void an_audience_arrives_in_the_configured_project() throws Exception {
        HttpResponse<String> answer = create(ADULTS);

        assertThat(answer.body()).isEqualTo(service.project("p1").audience("Adults").toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(service.requests()).extracting(RecordedRequest::toString).containsExactly("POST /audiences 201");
        assertThat(service.requests("POST", "/audiences")).extracting(RecordedRequest::body).containsExactly(ADULTS);
    }

    @Test
    void an_audience_that_the_service_refuses_is_the_callers_fault() throws Exception {
        service.seed("p1", "{\"audiences\":[{\"uid\":\"a1\",\"name\":\"Adults\"}]}");

        assertThat(create(ADULTS).statusCode()).isEqualTo(422);
        assertThat(service.project("p1").audiences()).hasSize(1);
    }

    @Test
    void audiences_are_listed_as_JSON() throws Exception {
        service.seed("p1", "{\"audiences\":[{\"uid\":\"a1\",\"name\":\"Adults\"}]}");

        assertThat(list().body()).isEqualTo(service.project("p1").audiences().toString());
    }

    @Test
    void an_audience_without_a_name_is_refused_before_it_is_sent() throws Exception {
        HttpResponse<String> answer = create("{\"description\":\"no name\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("name");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void a_credential_that_the_service_refuses_is_not_the_callers_fault() throws Exception {
        service.script(Script.on("GET", "/audiences").thenStatuses(401));

        assertThat(list().statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> create(String audience) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(audiences).header("Content-Type", "application/json").POST(BodyPublishers.ofString(audience)));
    }

    private HttpResponse<String> list() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(audiences));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
