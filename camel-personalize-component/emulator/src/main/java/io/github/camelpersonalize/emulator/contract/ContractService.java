// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.service.Entrance;
import io.github.camelpersonalize.emulator.service.Projects;
import io.github.camelpersonalize.emulator.service.Route;
import io.github.camelpersonalize.emulator.service.Service;

/** The way of a request through the service: the door and the limit, then the table of operations, the project, the body. */
public final class ContractService implements Service {

    private static final String PROJECT_HEADER = "x-project-uid";

    private final Entrance entrance;
    private final Projects<Project> projects;
    private final Stamp stamp;

    /**
     * The service.
     *
     * @param entrance
     *            what stands before every request
     * @param strictProjects
     *            true when only seeded projects exist
     * @param clock
     *            tells when an object came to be
     * @param uids
     *            gives each object its uid
     */
    public ContractService(Entrance entrance, boolean strictProjects, Clock clock, Supplier<String> uids) {
        this.entrance = entrance;
        this.projects = new Projects<>(strictProjects, uid -> new Project());
        this.stamp = new Stamp(clock, uids);
    }

    @Override
    public Route<ContractOperation> route(Request request) {
        return ContractOperation.TABLE.find(request.method(), request.path());
    }

    @Override
    public Answer scripted(int status) {
        return Answer.error(status, "Scripted answer.");
    }

    @Override
    public Projects<Project> projects() {
        return projects;
    }

    @Override
    public List<String> seed(String uid, JsonNode document) {
        Seed.Outcome outcome = Seed.read(document, stamp);
        if (outcome.faults().isEmpty()) {
            projects.replace(uid, outcome.project());
        }
        return outcome.faults();
    }

    @Override
    public List<String> statuses() {
        return Stream.of(Status.values()).map(Status::name).toList();
    }

    @Override
    public Optional<Answer> turnAway(Request request) {
        Optional<String> objection = entrance.credentials().objection(request);
        if (objection.isPresent()) {
            return objection.map(message -> Answer.error(401, message));
        }
        return entrance.limit().admits() ? Optional.empty() : Optional.of(tooMany());
    }

    @Override
    public Answer serve(Request request) {
        Route<ContractOperation> route = route(request);
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
        return run(route.operation().get(), project.get(), route.uids().stream().findFirst().orElse(""), request);
    }

    private Answer run(ContractOperation operation, Project project, String uid, Request request) {
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
        Answer answer = Answer.error(429, "Too many requests: the organisation may send " + entrance.limit().perSecond() + " a second.");
        return entrance.retryAfter().map(value -> answer.with("Retry-After", value)).orElse(answer);
    }

    private static boolean isJson(Request request) {
        String type = request.header("content-type").orElse("");
        return type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
}
