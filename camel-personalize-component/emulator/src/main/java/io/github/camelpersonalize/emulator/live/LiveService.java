// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.state.Audit;
import io.github.camelpersonalize.emulator.live.state.ObjectIds;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.live.state.Seed;
import io.github.camelpersonalize.emulator.live.state.Status;
import io.github.camelpersonalize.emulator.service.Entrance;
import io.github.camelpersonalize.emulator.service.Projects;
import io.github.camelpersonalize.emulator.service.Route;
import io.github.camelpersonalize.emulator.service.RouteTable;
import io.github.camelpersonalize.emulator.service.Service;

/** The way of a request through the live personality: the door and the limit, then the table of operations, the rights, the subject, the body. */
public final class LiveService implements Service {

    private static final String PROJECT_HEADER = "x-project-uid";
    private static final String ORGANIZATION_HEADER = "organization_uid";

    private final Entrance entrance;
    private final LiveOptions options;
    private final Audit audit;
    private final Projects<Project> projects;
    private final Context context;
    private final RouteTable<LiveOperation> table;

    /**
     * The service.
     *
     * @param entrance
     *            what stands before every request
     * @param strictProjects
     *            true when only seeded and created projects exist
     * @param clock
     *            tells when something happened
     * @param uids
     *            gives each object its uid
     * @param options
     *            the switches
     */
    public LiveService(Entrance entrance, boolean strictProjects, Clock clock, Supplier<String> uids, LiveOptions options) {
        this.entrance = entrance;
        this.options = options;
        this.audit = new Audit(clock, uids);
        this.projects = new Projects<>(strictProjects, this::unused);
        this.context = new Context(options, audit, projects);
        this.table = Operations.table(context);
    }

    @Override
    public Route<LiveOperation> route(Request request) {
        return table.find(request.method(), request.path());
    }

    @Override
    public Optional<Answer> turnAway(Request request) {
        if (rightFor(request) == Right.NONE) {
            return Optional.empty();
        }
        if (entrance.credentials().objection(request).isPresent()) {
            return Optional.of(Errors.unauthorized());
        }
        return entrance.limit().admits() ? Optional.empty() : Optional.of(tooMany());
    }

    @Override
    public Answer serve(Request request) {
        Route<LiveOperation> route = route(request);
        if (route.operation().isEmpty()) {
            return Errors.noRoute(request.method(), request.path());
        }
        LiveOperation operation = route.operation().get();
        if (operation.right() == Right.MANAGE
                && entrance.credentials().bearer(request).filter(options.readOnlyTokens()::contains).isPresent()) {
            return Errors.of(403, Code.FORBIDDEN, "The token does not have the right to do this");
        }
        return switch (operation.subject()) {
            case NOTHING -> run(operation, null, route.uids(), request);
            case PROJECT, VISITED_PROJECT -> inProject(operation, route.uids(), request);
            case ORGANIZATION -> inOrganization(operation, route.uids(), request);
        };
    }

    @Override
    public Answer scripted(int status) {
        return status == 401 ? Errors.unauthorized() : Errors.of(status, Code.SCRIPTED, "Scripted answer");
    }

    @Override
    public Projects<Project> projects() {
        return projects;
    }

    @Override
    public List<String> seed(String uid, JsonNode document) {
        Project project = unused(uid);
        List<String> faults = Seed.read(document, project, audit);
        if (faults.isEmpty()) {
            projects.replace(uid, project);
        }
        return faults;
    }

    @Override
    public List<String> statuses() {
        return Status.words();
    }

    private Right rightFor(Request request) {
        return route(request).operation().map(LiveOperation::right).orElse(Right.READ);
    }

    private Answer inProject(LiveOperation operation, List<String> uids, Request request) {
        Optional<String> uid = request.header(PROJECT_HEADER);
        if (uid.isEmpty()) {
            return headerRequired(PROJECT_HEADER);
        }
        Optional<Project> project = projects.open(uid.get());
        if (project.isEmpty()) {
            return unknownProject(operation, uid.get());
        }
        Optional<String> malformed = uids.stream().filter(one -> !ObjectIds.isObjectId(one)).findFirst();
        return malformed.map(text -> Errors.notAnObjectId(ObjectIds.objection(text)))
                .orElseGet(() -> run(operation, project.get(), uids, request));
    }

    private Answer inOrganization(LiveOperation operation, List<String> uids, Request request) {
        Optional<String> uid = request.header(ORGANIZATION_HEADER);
        if (uid.isEmpty()) {
            return headerRequired(ORGANIZATION_HEADER);
        }
        if (!uid.get().equals(options.organizationUid())) {
            return Errors.of(403, Code.FORBIDDEN, "The organization " + uid.get() + " is another");
        }
        return run(operation, null, uids, request);
    }

    private Answer run(LiveOperation operation, Project project, List<String> uids, Request request) {
        if (operation.body().isEmpty()) {
            return operation.handler().answer(new Call(project, uids, request, Json.object()));
        }
        if (!isJson(request)) {
            return Errors.unreadable("The header content-type must be application/json");
        }
        Optional<JsonNode> body = Json.read(request.body());
        if (body.isEmpty() || !body.get().isContainerNode()) {
            return Errors.unreadable("The body is not valid JSON");
        }
        Problems problems = context.problems();
        operation.body().get().examine("", body.get(), problems);
        return problems.isEmpty() ? operation.handler().answer(new Call(project, uids, request, body.get())) : problems.answer();
    }

    private Project unused(String uid) {
        return new Project(audit.made(Json.object().put("uid", uid).put("name", uid).put("description", "")
                .put("organizationUid", options.organizationUid()).put("connectedStackApiKey", "blt" + audit.uid())), audit);
    }

    private Answer tooMany() {
        Answer answer = Errors.of(429, Code.TOO_MANY_REQUESTS,
                "Too many requests: the organization may send " + entrance.limit().perSecond() + " a second");
        return entrance.retryAfter().map(value -> answer.with("Retry-After", value)).orElse(answer);
    }

    private static Answer unknownProject(LiveOperation operation, String uid) {
        Code code = operation.subject() == Subject.VISITED_PROJECT ? Code.NO_MANIFEST : Code.NOT_FOUND;
        return Errors.of(404, code, "There is no project with the uid " + uid);
    }

    private static Answer headerRequired(String name) {
        return Errors.of(400, Code.HEADER_REQUIRED, "The header " + name + " is required");
    }

    private static boolean isJson(Request request) {
        return request.header("content-type").orElse("").split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
}
