// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers to requests of one kind, each given once and the last one perhaps for ever. */
final class ScriptRule {

    private final String name;
    private final Pattern pattern;
    private final String key;
    private final Queue<Answer> answers;
    private final Answer always;

    /**
     * @param request method and path as {@link FaultServer#on(String, Answer...)} describes them
     * @param key the natural key in the body, or {@code null} for any request
     * @param always the answer when the others are used up, or {@code null}
     */
    ScriptRule(String request, String key, List<Answer> answers, Answer always) {
        this.name = key == null ? request : request + " of " + key;
        this.pattern = Pattern.compile(Stream.of(request.split("(?<=\\*\\*)|(?=\\*\\*)")).map(ScriptRule::regex)
                .collect(Collectors.joining()));
        this.key = key;
        this.answers = new ConcurrentLinkedQueue<>(answers);
        this.always = always;
    }

    private static String regex(String part) {
        return part.equals("**") ? ".*" : Stream.of(part.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/ ]+"));
    }

    /** Reads the whole request only when it looks for a key, so that an answer may come before the body. */
    boolean matches(HttpRequestReader request) throws IOException {
        return pattern.matcher(request.method() + " " + request.path()).matches()
                && (key == null || request.readRest(Integer.MAX_VALUE) && key.equals(naturalKey(request)));
    }

    private static String naturalKey(HttpRequestReader request) {
        return ProjectApi.naturalKey(request.path(), request.body());
    }

    /** @return {@code null} when no answer is left */
    Answer next() {
        Answer next = answers.poll();
        return next == null ? always : next;
    }

    String unused() {
        return answers.isEmpty() ? "" : name + ": " + answers.size();
    }
}
