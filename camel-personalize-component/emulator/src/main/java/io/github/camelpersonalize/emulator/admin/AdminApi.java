// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Request;

/** The administration: what a tester, not a client of the service, asks for. It needs no credentials and does not count towards the limit. */
public final class AdminApi {

    private static final String PREFIX = "/emulator";

    private final List<Row> table;

    private static final String DEFINITION = "/emulator/projects/{}/((?:attributes|audiences|events|experiences)/{})";
    private static final String VERSION = "/emulator/projects/{}/(experiences/{}/versions/{})";

    private record Row(String method, Pattern path, Action action) {

        static Row of(String method, String template, Action action) {
            return new Row(method, Pattern.compile(template.replace("{}", "([^/]+)")), action);
        }
    }

    @FunctionalInterface
    private interface Action {

        Answer answer(Request request, MatchResult path);
    }

    /**
     * The administration.
     *
     * @param backstage
     *            what it looks at and changes
     * @param reset
     *            how everything is set back
     */
    public AdminApi(Backstage backstage, Runnable reset) {
        ProjectAdmin projects = new ProjectAdmin(backstage);
        RequestAdmin requests = new RequestAdmin(backstage.journal());
        ScriptAdmin scripts = new ScriptAdmin(backstage.scripts());
        DefinitionAdmin definitions = new DefinitionAdmin(backstage);
        Overview overview = new Overview(backstage);
        this.table = List.of(//
                Row.of("GET", "/", (request, path) -> Page.html()), //
                Row.of("GET", "/emulator/page.css", (request, path) -> Page.css()), //
                Row.of("GET", "/emulator/page.js", (request, path) -> Page.script()), //
                Row.of("GET", "/emulator/overview", (request, path) -> overview.answer(request)), //
                Row.of("GET", "/emulator/state", (request, path) -> projects.all()), //
                Row.of("GET", "/emulator/projects/{}", (request, path) -> projects.get(decoded(path.group(1)))), //
                Row.of("PUT", "/emulator/projects/{}", (request, path) -> projects.put(decoded(path.group(1)), request)), //
                Row.of("DELETE", "/emulator/projects/{}", (request, path) -> projects.delete(decoded(path.group(1)))), //
                Row.of("POST", "/emulator/projects/{}/experiences/{}/status",
                        (request, path) -> projects.setStatus(decoded(path.group(1)), decoded(path.group(2)), request)), //
                Row.of("GET", DEFINITION, (request, path) -> definitions.get(decoded(path.group(1)), path.group(2).split("/", 2)[0],
                        decoded(path.group(3)))), //
                Row.of("PUT", DEFINITION, (request, path) -> definitions.change(decoded(path.group(1)), path.group(2), request)), //
                Row.of("DELETE", DEFINITION, (request, path) -> definitions.change(decoded(path.group(1)), path.group(2), request)), //
                Row.of("PUT", VERSION, (request, path) -> definitions.change(decoded(path.group(1)), path.group(2), request)), //
                Row.of("DELETE", VERSION, (request, path) -> definitions.change(decoded(path.group(1)), path.group(2), request)), //
                Row.of("GET", "/emulator/requests/{}", (request, path) -> requests.get(path.group(1))), //
                Row.of("GET", "/emulator/requests", (request, path) -> requests.list()), //
                Row.of("DELETE", "/emulator/requests", (request, path) -> requests.clear()), //
                Row.of("GET", "/emulator/scripts", (request, path) -> scripts.list()), //
                Row.of("POST", "/emulator/scripts", (request, path) -> scripts.add(request)), //
                Row.of("DELETE", "/emulator/scripts", (request, path) -> scripts.clear()), //
                Row.of("POST", "/emulator/reset", (request, path) -> reset(reset)));
    }

    /** The answer, none when the request is for the service. */
    public Optional<Answer> answer(Request request) {
        if (!request.path().equals("/") && !request.path().equals(PREFIX) && !request.path().startsWith(PREFIX + "/")) {
            return Optional.empty();
        }
        List<String> methods = new ArrayList<>();
        for (Row row : table) {
            Matcher path = row.path().matcher(request.path());
            if (path.matches()) {
                if (row.method().equals(request.method())) {
                    return Optional.of(row.action().answer(request, path.toMatchResult()));
                }
                methods.add(row.method());
            }
        }
        return Optional.of(methods.isEmpty()
                ? Answer.error(404, "There is nothing at " + request.path() + ".")
                : Answer.error(405, request.method() + " is not possible here; possible: " + String.join(", ", methods) + "."));
    }

    /** A segment of a path: unlike in a query, a plus is a plus. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }

    private static Answer reset(Runnable reset) {
        reset.run();
        return Answer.empty(200);
    }
}
