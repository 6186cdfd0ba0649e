// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.DialectWatch;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.client.RetryPolicy;
import io.github.camelpersonalize.client.ServiceLog;
import io.github.camelpersonalize.context.RepositoryStore;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.manifest.ManifestReader;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.plan.PriorityStep;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.project.Policy;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Projects;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.state.StateStore;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.Deadlines;
import io.github.camelpersonalize.transport.HttpTransport;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A project of the emulator, and the operations on it, without a route. Plans and results are told a line a step. */
abstract class AtAProject {

    static final String UID = "p1";
    static final PrunePolicy NONE = policy(Prune.none);
    static final PrunePolicy OWNED = policy(Prune.owned);
    static final PrunePolicy ALL = policy(Prune.all);

    private static PersonalizeEmulator emulator;
    private static CloseableHttpClient http;
    private static ScheduledExecutorService deadlines;

    final HurriedTime time = new HurriedTime();
    final LedgerRoutes.States states = new LedgerRoutes.States();
    final StateStore store = new RepositoryStore(states, "ledger");
    final List<String> progress = new ArrayList<>();
    private final Projects projects = new Projects();
    final StopSignal stop = new StopSignal();

    private final Dialect dialect;
    private final EmulatorOptions options;

    AtAProject() {
        this(Dialect.CONTRACT, EmulatorOptions.defaults());
    }

    /** With a service that speaks this dialect. */
    AtAProject(Dialect dialect, EmulatorOptions options) {
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

    static PersonalizeEmulator emulator() {
        return emulator;
    }

    static PrunePolicy policy(Prune prune) {
        return new PrunePolicy(prune, "default", 10, false);
    }

    void seed(String json) {
        emulator.seed(UID, json);
    }

    /** As one exchange sees it. */
    Project project() {
        ProjectId id = new ProjectId(URI.create(emulator.baseUrl()), UID);
        Credentials credentials = Credentials.authtoken(emulator.authtoken());
        RateLimiter limiter = new RateLimiter(new Pace(100_000, 100_000), time, new Random(1));
        ApiClient client = new ApiClient(id, new DialectWatch(dialect, "127.0.0.1"), credentials, limiter,
                new ServiceLog(id.service(), limiter), new HttpTransport(http, new Deadlines(deadlines)),
                new Bounds(Duration.ofSeconds(30), 1 << 24), time);
        ProjectClient calls = new ProjectClient(client, id, new RetryPolicy(0, Duration.ofMinutes(1)), time, stop, new Random(1),
                CallStats.whole());
        return projects.open(dialect, calls, credentials, Optional.empty(),
                new Policy(OnConflict.update, Duration.ofMinutes(1)));
    }

    DesiredState state(PrunePolicy policy) {
        Progress told = (result, done, total) -> progress.add(done + " of " + total);
        return new DesiredState(project(), policy, store, told);
    }

    Manifest manifest(String yaml) {
        return new ManifestReader(dialect).read(yaml.getBytes(UTF_8), "project.yaml").fold(manifest -> manifest, errors -> {
            throw new IllegalArgumentException(errors.toString());
        });
    }

    Plan plan(PrunePolicy policy, String yaml) {
        ProjectResult planned = state(policy).plan(manifest(yaml));
        return (Plan) ((ProjectResult.Document) planned).document();
    }

    List<String> planned(PrunePolicy policy, String yaml) {
        Plan plan = plan(policy, yaml);
        List<String> lines = new ArrayList<>(plan.steps().stream().map(AtAProject::line).toList());
        plan.priority().map(AtAProject::line).ifPresent(lines::add);
        return lines;
    }

    List<String> applied(PrunePolicy policy, String yaml) {
        return lines(state(policy).apply(manifest(yaml)));
    }

    List<String> applied(PrunePolicy policy, Plan plan) {
        return lines(state(policy).apply(plan));
    }

    static List<String> lines(ProjectResult result) {
        return result instanceof ProjectResult.Failed failed
                ? List.of(
                        failed.failure().outcome() + " " + failed.failure().problem().code() + ": " + failed.failure().problem().message())
                : ((ProjectResult.Report) result).results().stream().map(AtAProject::line).toList();
    }

    private static String line(WriteResult written) {
        String name = written.key() == null ? written.kind() : written.kind() + " " + written.key();
        return written.result() instanceof Result.Success done
                ? name + " " + done.outcome() + text(" (", done.note(), ")")
                : name + " " + written.result();
    }

    private static String line(Step step) {
        StringBuilder line = new StringBuilder(step.action() + " " + step.resource().kind() + " " + step.key());
        step.changes().forEach(change -> line.append(" ").append(change.pointer()).append(" ").append(change.before()).append(" -> ")
                .append(change.after()));
        step.warnings().forEach(warning -> line.append(" (").append(warning).append(")"));
        return line + text(": ", step.reason(), "");
    }

    private static String line(PriorityStep step) {
        StringBuilder line = new StringBuilder(step.action() + " priority");
        step.warnings().forEach(warning -> line.append(" (").append(warning).append(")"));
        return line + text(": ", step.reason(), "");
    }

    private static String text(String before, String text, String after) {
        return text == null ? "" : before + text + after;
    }

    /** The requests so far, as method and path. */
    static List<String> calls() {
        return emulator.requests().stream().map(request -> request.method() + " " + request.path()).toList();
    }

    static List<String> writes() {
        return calls().stream().filter(call -> !call.startsWith("GET ")).toList();
    }
}
