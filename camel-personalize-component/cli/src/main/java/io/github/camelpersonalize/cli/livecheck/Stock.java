// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;

/** What a project has, of this command and of others. Deletes what is of this command, and nothing else. */
final class Stock {

    /** In the order in which they can be deleted: what refers first. */
    private static final List<Resource> KINDS = List.of(Resource.experiences, Resource.audiences, Resource.events, Resource.attributes);

    private final Calls calls;
    private final Names names;

    Stock(Calls calls, Names names) {
        this.calls = calls;
        this.names = names;
    }

    /** Deletes what this command has made, in this run or an earlier one. Answers what is left of it. */
    List<String> clean() {
        List<String> left = new ArrayList<>();
        for (Resource kind : KINDS) {
            own(kind).forEach(definition -> calls.call(kind, Operation.delete, definition.path("uid").asText(), null));
            own(kind).forEach(definition -> left.add(kind + " " + label(definition)));
        }
        return left;
    }

    /** How many definitions of others there are by kind, presets not counted. */
    Map<Resource, Integer> others() {
        Map<Resource, Integer> others = new LinkedHashMap<>();
        for (Resource kind : KINDS) {
            int count = definitionsOfOthers(kind).size();
            if (count > 0) {
                others.put(kind, count);
            }
        }
        return others;
    }

    /** All definitions of others, and their order of priority. Two equal ones say that nothing has changed between. */
    List<JsonNode> snapshot() {
        List<JsonNode> all = new ArrayList<>();
        KINDS.forEach(kind -> definitionsOfOthers(kind).forEach(definition -> all.add(Json.without(definition, "priority"))));
        return all;
    }

    /** The order of priority of the experiences of others. */
    List<String> order() {
        List<String> own = own(Resource.experiences).stream().map(definition -> definition.path("uid").asText()).toList();
        List<String> order = new ArrayList<>(
                Json.texts(calls.call(Resource.experiences, Operation.getPriority, null).body().path("priorityOrder")));
        order.removeAll(own);
        return order;
    }

    private List<JsonNode> own(Resource kind) {
        return list(kind).stream().filter(names::isOwn).toList();
    }

    private List<JsonNode> definitionsOfOthers(Resource kind) {
        return list(kind).stream().filter(definition -> !names.isOwn(definition))
                .filter(definition -> !definition.path("__type").asText().equals("PRESET")).toList();
    }

    private List<JsonNode> list(Resource kind) {
        Answer answer = calls.call(kind, Operation.list, null);
        if (!answer.isAccepted()) {
            throw new StoppedException("The " + kind + " cannot be listed: " + answer.seen());
        }
        return answer.items().toList();
    }

    private static String label(JsonNode definition) {
        return definition.path("key").asText(definition.path("name").asText());
    }
}
