// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.camelpersonalize.emulator.admin.Seeding;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;

/**
 * A Personalize Management API that listens on a port of this machine, keeps its state in memory and can be told to misbehave. Safe for use by many
 * threads.
 */
public final class PersonalizeEmulator implements AutoCloseable {

    /** So many requests can be under way at once, those that wait out a scripted delay included. */
    private static final int THREADS = 100;

    private final EmulatorOptions options;
    private final Emulation emulation;
    private final WireMockServer server;

    private PersonalizeEmulator(EmulatorOptions options) {
        this.options = options;
        this.emulation = new Emulation(options);
        WireMockDoorway doorway = new WireMockDoorway(emulation);
        this.server = new WireMockServer(WireMockConfiguration.options().port(options.port()).bindAddress(options.bindAddress())
                .containerThreads(THREADS).disableRequestJournal().gzipDisabled(true).http2PlainDisabled(true)
                .stubRequestLoggingDisabled(true)
                .extensions(doorway));
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse().withTransformers(doorway.getName())));
    }

    /** Starts one on a free port of the loopback, with the limit of ten requests a second. */
    public static PersonalizeEmulator start() {
        return start(EmulatorOptions.defaults());
    }

    /** Starts one. */
    public static PersonalizeEmulator start(EmulatorOptions options) {
        PersonalizeEmulator emulator = new PersonalizeEmulator(options);
        try {
            emulator.server.start();
            return emulator;
        } catch (FatalStartupException taken) {
            throw new IllegalStateException("The emulator cannot listen at " + options.bindAddress() + " port " + options.port()
                    + ": the port is taken or the address is not this machine's. Choose another port, or 0 for any that is free.", taken);
        }
    }

    /** Where the service is, without a slash at the end; the page for people is there too. */
    public String baseUrl() {
        String host = switch (options.bindAddress()) {
            case "0.0.0.0", "::" -> "localhost";
            default -> options.bindAddress().contains(":") ? "[" + options.bindAddress() + "]" : options.bindAddress();
        };
        return "http://" + host + ":" + port();
    }

    /** Where the Edge API is, without a slash at the end, with {@link Personality#LIVE}. */
    public String edgeUrl() {
        return baseUrl() + "/edge";
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** An authtoken that opens the door. */
    public String authtoken() {
        return options.authtokens().iterator().next();
    }

    /** An access token that opens the door. */
    public String accessToken() {
        return options.accessTokens().iterator().next();
    }

    /** A look at a project. */
    public ProjectView project(String uid) {
        return new ProjectView(emulation, uid);
    }

    /**
     * Puts a whole project in the place of what there was.
     *
     * @param uid
     *            of the project
     * @param json
     *            an object with any of {@code attributes}, {@code audiences}, {@code events}, {@code experiences} (arrays of objects; uids that are
     *            missing are made up) and {@code priority}; the rules of the operations do not apply. With {@link Personality#LIVE} also {@code project} and
     *            {@code lyticsAudiences}, and {@code versions} in an experience
     */
    public ProjectView seed(String uid, String json) {
        JsonNode document = Json.read(json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("The seed is not JSON: " + json));
        Answer answer = emulation.with(backstage -> Seeding.seed(backstage, uid, document));
        if (answer.status() != 200) {
            throw new IllegalArgumentException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return project(uid);
    }

    /** Prepares answers or faults; several scripts add up, the one that came first goes first. */
    public void script(Script script) {
        emulation.with(backstage -> {
            backstage.scripts().add(script);
            return null;
        });
    }

    /** How many steps are still to be played, by the title of their script. Empty when all scripts are through. */
    public Map<String, Integer> scriptsLeft() {
        return emulation.with(backstage -> backstage.scripts().left());
    }

    /** The requests to the service since the start or the last reset, at most the last 10 000, the oldest first. */
    public List<RecordedRequest> requests() {
        return emulation.with(backstage -> backstage.journal().requests());
    }

    /** The requests with this method whose path is this or, when it ends in {@code /*}, begins like this. */
    public List<RecordedRequest> requests(String method, String path) {
        return requests().stream().filter(request -> request.method().equals(method) && fits(request.path(), path)).toList();
    }

    /** How many requests there were, beyond the 10 000 too. */
    public long requestCount() {
        return emulation.with(backstage -> backstage.journal().total());
    }

    /** How many requests there were by method and path, as in {@code PUT /attributes/{id}}. */
    public Map<String, Long> requestCounts() {
        return emulation.with(backstage -> backstage.journal().counts());
    }

    /** Forgets the requests so far, and nothing else. */
    public void clearRequests() {
        emulation.with(backstage -> {
            backstage.journal().clear();
            return null;
        });
    }

    /** From now on, until a reset, only these access tokens are good: the old ones have expired. */
    public void acceptOnly(Set<String> accessTokens) {
        emulation.accept(options.authtokens(), accessTokens);
    }

    /** Everything as at the start: no projects, no scripts, no requests, the tokens of the options. */
    public void reset() {
        emulation.reset();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static boolean fits(String path, String pattern) {
        return pattern.endsWith("/*") ? path.startsWith(pattern.substring(0, pattern.length() - 1)) : path.equals(pattern);
    }
}
