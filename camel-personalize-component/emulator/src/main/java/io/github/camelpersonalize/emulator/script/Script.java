// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;

/** Which requests meet which steps: each request that matches takes the next one. Immutable; every method gives a new script. */
public final class Script {

    private final String title;
    private final Predicate<Request> matches;
    private final List<Step> steps;
    private final boolean keepsLast;

    private Script(String title, Predicate<Request> matches, List<Step> steps, boolean keepsLast) {
        this.title = title;
        this.matches = matches;
        this.steps = List.copyOf(steps);
        this.keepsLast = keepsLast;
    }

    /**
     * A script for requests with this method and path.
     *
     * @param method
     *            as in {@code POST}; {@code *} stands for any
     * @param path
     *            as in {@code /attributes/*}; {@code *} stands for one segment, {@code **} for any number of them
     */
    public static Script on(String method, String path) {
        Pattern pattern = pattern(path);
        Predicate<Request> matches = request -> (method.equals("*") || method.equalsIgnoreCase(request.method()))
                && pattern.matcher(request.path()).matches();
        return new Script(method + " " + path, matches, List.of(), false);
    }

    /** Only requests whose body has this {@code key}, or else this {@code name}. */
    public Script withKey(String key) {
        return and(title + " with key " + key,
                request -> Json.read(request.body()).map(Script::naturalKey).filter(key::equals).isPresent());
    }

    /** Only requests whose body contains this text. */
    public Script withBody(String part) {
        return and(title + " with body " + part, request -> new String(request.body(), StandardCharsets.UTF_8).contains(part));
    }

    /** Only requests for this project. */
    public Script forProject(String uid) {
        return and(title + " for project " + uid, request -> request.header("x-project-uid").filter(uid::equals).isPresent());
    }

    /** Adds steps behind those there are. */
    public Script then(Step... more) {
        return new Script(title, matches, Stream.concat(steps.stream(), Stream.of(more)).toList(), keepsLast);
    }

    /** Adds a step so many times. */
    public Script then(int times, Step step) {
        List<Step> all = new ArrayList<>(steps);
        for (int i = 0; i < times; i++) {
            all.add(step);
        }
        return new Script(title, matches, all, keepsLast);
    }

    /** Adds a step for each status, as in {@code thenStatuses(500, 500, 429)}. */
    public Script thenStatuses(int... statuses) {
        Script script = this;
        for (int status : statuses) {
            script = script.then(Step.status(status));
        }
        return script;
    }

    /** The last step is for all requests from there on, not for one. */
    public Script forEver() {
        return new Script(title, matches, steps, true);
    }

    @Override
    public String toString() {
        return title;
    }

    boolean matches(Request request) {
        return matches.test(request);
    }

    List<Step> steps() {
        return steps;
    }

    boolean keepsLast() {
        return keepsLast;
    }

    private Script and(String longerTitle, Predicate<Request> condition) {
        return new Script(longerTitle, matches.and(condition), steps, keepsLast);
    }

    private static String naturalKey(JsonNode body) {
        return body.path("key").asText(body.path("name").asText(""));
    }

    private static Pattern pattern(String path) {
        String regex = Stream.of(path.split("/", -1)).map(segment -> switch (segment) {
            case "*" -> "[^/]+";
            case "**" -> ".*";
            default -> Pattern.quote(segment);
        }).collect(Collectors.joining("/"));
        return Pattern.compile(regex);
    }
}
