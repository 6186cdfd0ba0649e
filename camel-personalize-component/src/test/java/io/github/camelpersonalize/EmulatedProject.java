// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.DialectWatch;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.client.RetryPolicy;
import io.github.camelpersonalize.client.ServiceLog;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.project.Policy;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Projects;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.Deadlines;
import io.github.camelpersonalize.transport.HttpTransport;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A project of the emulator, without a route. */
public abstract class EmulatedProject {

    public static final String UID = "p1";

    private static PersonalizeEmulator emulator;
    private static CloseableHttpClient http;
    private static ScheduledExecutorService deadlines;

    protected final HurriedTime time = new HurriedTime();
    protected final StopSignal stop = new StopSignal();
    protected final Dialect dialect;
    private final EmulatorOptions options;
    private final Projects projects = new Projects();

    protected EmulatedProject() {
        this(Dialect.CONTRACT, EmulatorOptions.defaults());
    }

    /** Of a service that speaks this dialect. */
    protected EmulatedProject(Dialect dialect, EmulatorOptions options) {
        this.dialect = dialect;
        this.options = options;
    }

    @BeforeAll
    static void openClient() {
        http = HttpClients.custom().disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().build();
        deadlines = Executors.newSingleThreadScheduledExecutor();
    }

    @AfterAll
    static void closeAll() throws IOException {
        emulator.close();
        emulator = null;
        http.close();
        deadlines.shutdownNow();
    }

    @BeforeEach
    void beginAnew() {
        if (emulator == null) {
            emulator = PersonalizeEmulator.start(options.rateLimit(0));
        }
        emulator.reset();
    }

    protected static PersonalizeEmulator emulator() {
        return emulator;
    }

    protected static void seed(String json) {
        emulator.seed(UID, json);
    }

    /** As one exchange sees it. */
    protected Project project() {
        return project(OnConflict.update, Optional.empty());
    }

    protected Project project(OnConflict onConflict, Optional<BodyCheck> check) {
        ProjectId id = new ProjectId(URI.create(emulator.baseUrl()), UID);
        Credentials credentials = Credentials.authtoken(emulator.authtoken());
        RateLimiter limiter = new RateLimiter(new Pace(100_000, 100_000), time, new Random(1));
        ApiClient client = new ApiClient(id, new DialectWatch(dialect, "127.0.0.1"), credentials, limiter,
                new ServiceLog(id.service(), limiter), new HttpTransport(http, new Deadlines(deadlines)),
                new Bounds(Duration.ofSeconds(30), 1 << 24), time);
        ProjectClient calls = new ProjectClient(client, id, new RetryPolicy(0, Duration.ofMinutes(1)), time, stop, new Random(1),
                CallStats.whole());
        return projects.open(dialect, calls, credentials, check, new Policy(onConflict, Duration.ofMinutes(1)));
    }

    /** The requests so far, as method and path. */
    protected static List<String> calls() {
        return emulator.requests().stream().map(request -> request.method() + " " + request.path()).toList();
    }

    protected static List<String> writes() {
        return calls().stream().filter(call -> !call.startsWith("GET ")).toList();
    }
}
