// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.script;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.emulator.http.Answer;

/** What a script does to one request: answer in the service's place, break the connection, or let the service answer. Immutable. */
public final class Step {

    private final boolean applied;
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Optional<Fault> fault;
    private final Duration delay;
    private final Duration bodyOver;

    private Step(boolean applied, int status, Map<String, String> headers, byte[] body, Optional<Fault> fault, Duration delay,
            Duration bodyOver) {
        this.applied = applied;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.fault = fault;
        this.delay = delay;
        this.bodyOver = bodyOver;
    }

    /** The service answers as if there were no script. Combine with {@link #after} for a slow service. */
    public static Step pass() {
        return new Step(true, 0, Map.of(), null, Optional.empty(), Duration.ZERO, Duration.ZERO);
    }

    /** An answer with this status; from 400 on it has the service's shape of errors for a body until {@link #body(String)} says otherwise. */
    public static Step status(int status) {
        return new Step(false, status, Map.of(), null, Optional.empty(), Duration.ZERO, Duration.ZERO);
    }

    /** No answer but a broken connection. */
    public static Step fault(Fault fault) {
        return new Step(false, 0, Map.of(), null, Optional.of(fault), Duration.ZERO, Duration.ZERO);
    }

    /** The service carries the request out first, then its answer is lost in favour of this step. */
    public Step applied() {
        return new Step(true, status, headers, body, fault, delay, bodyOver);
    }

    /** Adds a header to the answer; an empty value takes a header away. */
    public Step header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Step(applied, status, more, body, fault, delay, bodyOver);
    }

    /** The answer's body, sent as JSON unless a header says otherwise. */
    public Step body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer's body, sent as JSON unless a header says otherwise. */
    public Step body(byte[] bytes) {
        return new Step(applied, status, headers, bytes.clone(), fault, delay, bodyOver);
    }

    /** Waits before the first byte. */
    public Step after(Duration time) {
        return new Step(applied, status, headers, body, fault, time, bodyOver);
    }

    /** Sends the body in many small pieces that take so long together. */
    public Step bodyOver(Duration time) {
        return new Step(applied, status, headers, body, fault, delay, time);
    }

    /** What happens, in a few words. */
    @Override
    public String toString() {
        String answer = status == 0 ? "answer" : String.valueOf(status);
        String what = fault.map(Fault::name).orElse(answer);
        String late = delay.plus(bodyOver).isZero() ? "" : " after " + delay.plus(bodyOver).toMillis() + " ms";
        String lost = applied && (status != 0 || fault.isPresent()) ? ", carried out" : "";
        return what + late + lost;
    }

    /** What this step makes of a request that the service would answer like this. */
    public Reply reply(Supplier<Answer> service, IntFunction<Answer> error) {
        Answer served = applied ? service.get() : null;
        Answer answer = new Answer(status == 0 && served != null ? served.status() : status, Map.of(), new byte[0]);
        if (body != null) {
            answer = new Answer(answer.status(), Map.of("Content-Type", "application/json"), body);
        } else if (status == 0 && served != null) {
            answer = served;
        } else if (status >= 400) {
            answer = error.apply(status);
        }
        Map<String, String> all = new LinkedHashMap<>(answer.headers());
        all.keySet().removeIf(name -> headers.keySet().stream().anyMatch(name::equalsIgnoreCase));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                all.put(name, value);
            }
        });
        return new Reply(new Answer(answer.status(), all, answer.body()), fault, delay, bodyOver);
    }
}
