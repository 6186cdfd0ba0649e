// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;

/** The way of a request through the service: the door and the limit, then the table of operations, the project, the body. */
public final class PersonalizeApi {

    private static final String PROJECT_HEADER = "x-project-uid";

    private final Credentials credentials;
    private final RateLimit limit;
    private final Optional<String> retryAfter;
    private final Projects projects;
    private final Stamp stamp;

    /**
     * The service.
     *
     * @param credentials
     *            who may call
     * @param limit
     *            how often
     * @param retryAfter
     *            what the header of that name says to those who call too often, none to leave it out
     * @param projects
     *            the state
     * @param stamp
     *            marks new objects
     */
    public PersonalizeApi(Credentials credentials, RateLimit limit, Optional<String> retryAfter, Projects projects, Stamp stamp) {
        this.credentials = credentials;
        this.limit = limit;
        this.retryAfter = retryAfter;
        this.projects = projects;
        this.stamp = stamp;
    }

    /** What those hear who may not come in, or not yet; none for the others, who count towards the limit from now on. */
    public Optional<Answer> turnAway(Request request) {
        Optional<String> objection = credentials.objection(request);
        if (objection.isPresent()) {
            return objection.map(message -> Answer.error(401, message));
        }
        return limit.admits() ? Optional.empty() : Optional.of(tooMany());
    }

    /** The answer to a request that was let in. */
    public Answer serve(Request request) {
        Route route = Route.of(request.method(), request.path());
        if (route.template().isEmpty()) {
            return Answer.error(404, "There is nothing at " + request.path() + ".");
        }
        if (route.operation().isEmpty()) {
            return Answer
                    .error(405, request.method() + " is not possible at " + route.template().get() + "; possible: " + route.allowed() + ".")
                    .with("Allow", route.allowed());
        }
        Optional<String> uid = request.header(PROJECT_HEADER);
        if (uid.isEmpty()) {
            return Answer.error(400, "The header " + PROJECT_HEADER + " is required.");
        }
        Optional<Project> project = projects.open(uid.get());
        if (project.isEmpty()) {
            return Answer.error(404, "There is no project with the uid '" + uid.get() + "'.");
        }
        return run(route.operation().get(), project.get(), route.uid(), request);
    }

    private Answer run(Operation operation, Project project, String uid, Request request) {
        if (!operation.takesBody()) {
            return operation.handler().answer(new Call(project, uid, Json.object()), stamp);
        }
        if (!isJson(request)) {
            return Answer.error(400, "The header content-type must be application/json.");
        }
        Optional<JsonNode> body = Json.read(request.body());
        if (body.isEmpty()) {
            return Answer.error(400, "The body is not valid JSON.");
        }
        if (!body.get().isObject()) {
            return Answer.error(400, "The body must be a JSON object.");
        }
        return operation.handler().answer(new Call(project, uid, body.get()), stamp);
    }

    private Answer tooMany() {
        Answer answer = Answer.error(429, "Too many requests: the organisation may send " + limit.perSecond() + " a second.");
        return retryAfter.map(value -> answer.with("Retry-After", value)).orElse(answer);
    }

    private static boolean isJson(Request request) {
        String type = request.header("content-type").orElse("");
        return type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    /** The name of the operation that a request asks for, empty when there is none: for the log and its counters. */
    public static Optional<String> operationOf(Request request) {
        return Route.of(request.method(), request.path()).operation().map(Operation::id);
    }

    /** The path of a request with its uid left out, {@code other} when no operation has such a path: for the log and its counters. */
    public static String templateOf(Request request) {
        return Route.of(request.method(), request.path()).template().orElse("other");
    }
}
