// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

import io.github.camelpersonalize.credentials.Credentials.Header;
import io.github.camelpersonalize.credentials.TokenServer.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Two hundred threads need a token at the same moment. */
class ManyThreadsTest extends AtTheTokenServer {

    private static final int THREADS = 200;

    @Test
    void theFirstTokenIsAskedForOnce() throws Exception {
        server.then(200, token("a1"));
        OAuthCredentials credentials = credentials();

        List<FutureTask<Header>> calls = atOnce(credentials::header);

        for (FutureTask<Header> call : calls) {
            assertThat(call.get().value()).isEqualTo("Bearer a1");
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anExpiredTokenIsReplacedOnce() throws Exception {
        server.then(200, token("a1"));
        server.then(200, token("a2"));
        OAuthCredentials credentials = credentials();
        credentials.header();
        time.pass(Duration.ofHours(1));

        List<FutureTask<Header>> calls = atOnce(credentials::header);

        for (FutureTask<Header> call : calls) {
            assertThat(call.get().value()).isEqualTo("Bearer a2");
        }
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aTokenThatAllFindRefusedIsReplacedOnce() throws Exception {
        server.then(200, token("a1"));
        server.then(200, token("a2"));
        OAuthCredentials credentials = credentials();
        Header refused = credentials.header();

        List<FutureTask<Boolean>> calls = atOnce(() -> credentials.refresh(refused));

        for (FutureTask<Boolean> call : calls) {
            assertThat(call.get()).isTrue();
        }
        assertThat(credentials.header().value()).isEqualTo("Bearer a2");
        assertThat(server.requests()).hasSize(2);
    }

    static List<Answer> badAnswers() {
        return List.of(Answer.json(400, """
                {"error": "invalid_grant"}"""), Answer.json(503, ""),
                new Answer(200, Map.of("Content-Type", "text/html"), "<html><title>Sign in</title></html>"));
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void aFailureIsOneAndTheSameForAllAndAskedForOnce(Answer bad) throws Exception {
        server.then(200, token("a1"));
        server.then(bad);
        OAuthCredentials credentials = credentials();
        Header refused = credentials.header();

        List<CredentialsException> failures = failures(atOnce(() -> credentials.refresh(refused)));

        assertThat(failures).hasSize(THREADS).extracting(Throwable::getCause).containsOnly(failures.get(0).getCause());
        assertThat(failures).doesNotHaveDuplicates().allMatch(failure -> failure.getMessage().equals(failure.getCause().getMessage()));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aServerThatDoesNotAnswerFailsAllInTheSameWay() throws Exception {
        server.hold();
        OAuthCredentials credentials = credentials(settings(), store, Duration.ofMillis(300));

        List<FutureTask<Header>> calls = IntStream.range(0, THREADS).mapToObj(i -> new FutureTask<>(credentials::header)).toList();
        calls.forEach(call -> new Thread(call).start());
        List<CredentialsException> failures = failures(calls);

        assertThat(failures).hasSize(THREADS).extracting(Throwable::getCause).containsOnly(failures.get(0).getCause());
        assertThat(failures.get(0)).hasMessage("no response from the authorization server " + server.host()
                + ": no complete response within requestTimeout=300ms").matches(CredentialsException::isTransient);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void afterAFailureTheServerIsLeftAloneForAWhileThatGrows() {
        OAuthCredentials credentials = credentials();
        IntStream.range(0, 8).forEach(i -> server.then(503, "{}"));
        List<Long> pauses = new ArrayList<>();

        for (int i = 0; i < 8; i++) {
            long seconds = 0;
            int before = server.requests().size();
            CredentialsException failure = failure(credentials);
            while (server.requests().size() == before) {
                time.pass(Duration.ofSeconds(1));
                seconds++;
                failure = failure(credentials);
            }
            assertThat(failure).hasMessage("the authorization server " + server.host() + " failed with 503");
            pauses.add(seconds);
        }

        assertThat(pauses).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void aSuccessEndsThePauses() throws Exception {
        server.then(503, "{}");
        server.then(200, token("a1"));
        OAuthCredentials credentials = credentials();
        failure(credentials);

        time.pass(Duration.ofSeconds(1));

        assertThat(credentials.header().value()).isEqualTo("Bearer a1");
    }

    @Test
    void whoIsInterruptedWaitsNoLongerAndTheOthersGetTheToken() throws Exception {
        server.then(200, token("a1"));
        CountDownLatch gate = server.hold();
        OAuthCredentials credentials = credentials();
        FutureTask<Header> asking = new FutureTask<>(credentials::header);
        new Thread(asking).start();
        Awaitility.await().until(() -> server.requests().size() == 1);
        FutureTask<Header> waiting = new FutureTask<>(credentials::header);
        Thread waiter = new Thread(waiting);
        waiter.start();

        waiter.interrupt();

        assertThat(failures(List.of(waiting)).get(0)).hasMessage("no access token, because the route is stopping")
                .matches(CredentialsException::isTransient);
        gate.countDown();
        assertThat(asking.get().value()).isEqualTo("Bearer a1");
    }

    /** Runs the call in many threads; the server answers when one of them asks and all others wait. */
    private <T> List<FutureTask<T>> atOnce(Callable<T> call) {
        CountDownLatch gate = server.hold();
        List<FutureTask<T>> calls = IntStream.range(0, THREADS).mapToObj(i -> new FutureTask<>(call)).toList();
        List<Thread> threads = calls.stream().map(Thread::new).toList();
        threads.forEach(Thread::start);
        Awaitility.await().until(() -> threads.stream().filter(thread -> thread.getState() == Thread.State.WAITING).count() == THREADS - 1);
        gate.countDown();
        return calls;
    }

    private static List<CredentialsException> failures(List<? extends FutureTask<?>> calls) throws InterruptedException {
        List<CredentialsException> failures = new ArrayList<>();
        for (FutureTask<?> call : calls) {
            try {
                call.get();
            } catch (ExecutionException e) {
                failures.add((CredentialsException) e.getCause());
            }
        }
        return failures;
    }
}
