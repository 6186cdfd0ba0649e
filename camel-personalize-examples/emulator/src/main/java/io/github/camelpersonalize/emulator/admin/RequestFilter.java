// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.util.Locale;
import java.util.function.Predicate;

import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;

/**
 * Which requests somebody wants to see. An empty text lets all through.
 *
 * @param project
 *            the uid of their project
 * @param outcome
 *            the first digit of their status, or {@code broken} for connections that a script broke
 * @param text
 *            a part of method, path, status, fault or body, in capital or small letters
 */
record RequestFilter(String project, String outcome, String text) implements Predicate<RecordedRequest> {

    static RequestFilter of(Request request) {
        return new RequestFilter(request.parameter("project").orElse(""), request.parameter("outcome").orElse(""),
                request.parameter("text").orElse("").toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean test(RecordedRequest request) {
        return (project.isEmpty() || project.equals(request.project())) && hasOutcome(request) && hasText(request);
    }

    private boolean hasOutcome(RecordedRequest request) {
        if (outcome.equals("broken")) {
            return !request.fault().isEmpty();
        }
        return outcome.isEmpty() || String.valueOf(request.status() / 100).equals(outcome);
    }

    private boolean hasText(RecordedRequest request) {
        return text.isEmpty() || (request + "\n" + request.body()).toLowerCase(Locale.ROOT).contains(text);
    }
}
