// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.linearity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.linearity.Deed.Naming;
import io.github.camelpersonalize.linearity.Event.Result;
import io.github.camelpersonalize.linearity.Plan.Message;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Outcome;

/** What happens when the threads of a plan send their messages, all at the same time. */
final class History {

    private static final Map<String, Outcome> WRITES = Map.of("POST", Outcome.CREATED, "PUT", Outcome.UPDATED, "DELETE", Outcome.DELETED);

    private final Plan plan;
    private final String project;
    private final PersonalizeEmulator emulator;
    private final TwoRoutes routes;
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final Map<String, String> uids = new ConcurrentHashMap<>();

    History(Plan plan, PersonalizeEmulator emulator, TwoRoutes routes) {
        this.plan = plan;
        this.project = "p" + plan.number();
        this.emulator = emulator;
        this.routes = routes;
    }

    /** Lets it happen. @return what is wrong, if anything is */
    Optional<String> fault(Executor threads) {
        emulator.reset();
        emulator.seed(project, seed());
        emulator.script(Script.on("*", "/**").then(plan.steps().toArray(Step[]::new)));

        CompletableFuture.allOf(plan.threads().stream()
                .map(messages -> CompletableFuture.runAsync(() -> messages.forEach(this::send), threads))
                .toArray(CompletableFuture[]::new)).join();

        return Plan.KEYS.stream().map(this::unexplained).flatMap(Optional::stream).findFirst().or(this::miscounted)
                .map(fault -> "plan " + plan.number() + ": " + fault);
    }

    private String seed() {
        List<Map<String, String>> attributes = new ArrayList<>();
        plan.before().forEach((key, before) -> {
            if (before.isThere()) {
                Map<String, String> attribute = new HashMap<>(before.members());
                attribute.putAll(Map.of("uid", before.uid(), "key", key, "data_type", "string"));
                attributes.add(attribute);
                uids.put(key, before.uid());
            }
        });
        return Json.of(Map.of("attributes", attributes)).toString();
    }

    private void send(Message message) {
        List<Optional<String>> named = message.deeds().stream().map(this::uid).toList();
        long invoked = clock.incrementAndGet();
        Answer answer = routes.send(project, message, named);
        long responded = clock.incrementAndGet();
        requests.addAndGet(answer.requests());
        for (int i = 0; i < named.size(); i++) {
            Deed deed = message.deeds().get(i);
            Result result = answer.results().get(i);
            events.add(new Event(deed, named.get(i), invoked, responded, plan.losesResponses(), result));
            Optional.ofNullable(result.uid()).ifPresent(uid -> uids.put(deed.key(), uid));
        }
    }

    private Optional<String> uid(Deed deed) {
        return Optional.ofNullable(uids.get(deed.key())).filter(any -> deed.naming() != Naming.KEY);
    }

    private Optional<String> unexplained(String key) {
        List<Event> ofKey = events.stream().filter(event -> event.deed().key().equals(key))
                .sorted(Comparator.comparing(Event::invoked)).toList();
        List<Register> actual = emulator.project(project).attributes().stream()
                .filter(attribute -> attribute.get("key").textValue().equals(key))
                .map(attribute -> new Register(attribute.get("uid").textValue(), Answer.members(attribute))).toList();
        Register after = actual.isEmpty() ? Register.ABSENT : actual.get(0);
        Linearizer order = new Linearizer(ofKey);
        return actual.size() < 2 && order.explains(plan.before().get(key), after)
                ? Optional.empty()
                : Optional.of("no order explains\n  " + plan.before().get(key) + lines(ofKey) + "\n  " + actual
                        + "\nas far as there is one, it is" + lines(order.longest()));
    }

    /** Each request counts for one message, and each write that the service has executed is the outcome of one. */
    private Optional<String> miscounted() {
        if (requests.get() != emulator.requestCount()) {
            return Optional.of("the messages took " + requests + " requests, and there were " + emulator.requestCount());
        }
        return plan.losesResponses()
                ? Optional.empty()
                : WRITES.entrySet().stream().map(write -> miscounted(write.getKey(), write.getValue())).flatMap(Optional::stream)
                        .findFirst();
    }

    private Optional<String> miscounted(String method, Outcome outcome) {
        long told = events.stream().filter(event -> event.result().outcome() == outcome).count();
        long executed = emulator.requests().stream().filter(request -> request.method().equals(method) && request.status() < 300).count();
        return told == executed
                ? Optional.empty()
                : Optional.of(executed + " requests " + method + " were executed, and " + told + " events are " + outcome
                        + lines(List.copyOf(events)));
    }

    private static String lines(List<Event> events) {
        return events.stream().map(event -> "\n  " + event).collect(Collectors.joining());
    }
}
