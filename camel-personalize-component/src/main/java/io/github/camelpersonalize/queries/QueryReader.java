// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.queries;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Parameter;
import io.github.camelpersonalize.api.Query;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.DefinitionIndex;
import io.github.camelpersonalize.project.Project;

/** Makes the query of a call from options. Where an option names definitions, their uids are looked up in a list that is requested now. */
final class QueryReader {

    private final Project project;
    private final Map<String, String> options;

    QueryReader(Project project, Map<String, String> options) {
        this.project = project;
        this.options = options;
    }

    /** The parameters of the call that options set, or why there is none. */
    Fallible<Query> of(Call call) {
        Fallible<Query> query = Fallible.of(Query.NONE);
        for (Parameter parameter : project.dialect().parameters(call)) {
            for (String value : values(parameter)) {
                query = query.flatMap(before -> sent(parameter, value).map(text -> before.and(parameter.name(), text)));
            }
        }
        return query;
    }

    private List<String> values(Parameter parameter) {
        String text = options.get(parameter.option());
        return text == null ? List.of() : parameter.values(text);
    }

    private Fallible<String> sent(Parameter parameter, String value) {
        return parameter.target() == null
                ? Fallible.of(value)
                : project.index(parameter.target(), project.startedAt()).flatMap(index -> uid(parameter, value, index));
    }

    /** By natural key, or else by uid, or else by name. */
    private Fallible<String> uid(Parameter parameter, String value, DefinitionIndex index) {
        List<JsonNode> found = index.withKey(value);
        if (found.isEmpty()) {
            found = index.withUid(value).map(List::of).orElse(List.of());
        }
        if (found.isEmpty()) {
            found = index.all().stream().filter(definition -> value.equals(definition.path("name").textValue())).toList();
        }
        return switch (found.size()) {
            case 1 -> Fallible.of(found.get(0).path("uid").textValue());
            case 0 -> Fallible.failed(missing(parameter, value));
            default -> Fallible.failed(new Result.Failure(Outcome.AMBIGUOUS, Problem.rejected("AMBIGUOUS",
                    what(parameter, value) + ", and " + found.size() + " " + parameter.target() + " of " + project.name()
                            + " have this name; name its uid")));
        };
    }

    private Result.Failure missing(Parameter parameter, String value) {
        Resource kind = Objects.requireNonNull(parameter.target(), parameter.option());
        String message = what(parameter, value) + ", and " + project.name() + " has no " + kind.kind() + " with this uid or "
                + kind.naturalKey() + "; correct the option, or create the " + kind.kind();
        return Result.Failure.blocked(Problem.blocked("UNRESOLVED", message, List.of(new FieldError("", message))));
    }

    private static String what(Parameter parameter, String value) {
        return "the option " + parameter.option() + " names \"" + value + "\"";
    }
}
