// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;

import static io.github.camelpersonalize.api.Operation.create;
import static io.github.camelpersonalize.api.Operation.update;
import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.events;

/** Tries attributes, events and audiences. What it makes stays for the experiences. */
final class Definitions {

    private static final Pattern UID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final int CREATED = 201;

    private final Calls calls;
    private final Findings findings;
    private final Names names;

    Definitions(Calls calls, Findings findings, Names names) {
        this.calls = calls;
        this.findings = findings;
        this.names = names;
    }

    /** Creates, changes and creates twice. Answers what can be referred to. */
    Made run() {
        JsonNode attribute = attribute();
        JsonNode event = event();
        JsonNode audience = audience(attribute.path("uid").asText());
        Answer second = make(audiences, Json.object("{'name': '%s', 'definition': {'__type': 'RuleCombination', 'combinationType': 'AND', "
                + "'rules': [%s]}}", names.of("phones"), preset()));
        unknownMembers(attribute.path("uid").asText());
        return new Made(attribute.path("uid").asText(), event.path("uid").asText(), event.path("key").asText(),
                audience.path("uid").asText(), second.uid());
    }

    private JsonNode attribute() {
        Answer made = make(attributes,
                Json.object("{'name': '%s', 'key': '%s', 'description': 'first'}", names.of("tier"), names.of("tier")));
        findings.accepted(Point.ATTRIBUTE, made);
        if (!made.isAccepted()) {
            return made.body();
        }
        JsonNode kept = find(attributes, made.uid());
        findings.check(Point.ATTRIBUTE, kept.path("__type").asText().equals("CUSTOM"), "__type " + kept.path("__type"));
        findings.check(Point.UID, UID.matcher(made.uid()).matches() && kept.has("uid"), "members " + Json.members(kept));
        findings.check(Point.AUDIT, hasAudit(kept), "members " + Json.members(kept));
        findings.refused(Point.ATTRIBUTE_NAME, calls.call(attributes, create,
                Json.object("{'name': '%s', 'key': '%s'}", names.of("tier"), names.of("tier_twice"))));
        findings.refused(Point.BAD_UID, calls.call(attributes, update, "no-object-id",
                Json.object("{'name': '%s', 'key': '%s'}", names.of("none"), names.of("none"))), "BAD_UID");
        Answer changed = calls.call(attributes, update, made.uid(),
                Json.object("{'name': '%s', 'key': '%s'}", names.of("tier2"), names.of("tier2")));
        JsonNode now = find(attributes, made.uid());
        findings.accepted(Point.ATTRIBUTE_UPDATE, changed);
        findings.check(Point.ATTRIBUTE_UPDATE,
                now.path("key").asText().equals(names.of("tier2")) && now.path("name").asText().equals(names.of("tier2")), changed.seen());
        findings.observe(Point.LEFT_OUT, "\"first\" became " + now.path("description"));
        return now.isMissingNode() ? made.body() : now;
    }

    private JsonNode event() {
        Answer made = make(events, Json.object("{'key': '%s', 'description': 'first'}", names.of("order")));
        findings.accepted(Point.EVENT, made);
        if (!made.isAccepted()) {
            return made.body();
        }
        JsonNode kept = find(events, made.uid());
        findings.check(Point.EVENT, !kept.has("name"), "members " + Json.members(kept));
        Answer changed = calls.call(events, update, made.uid(), Json.object("{'key': '%s', 'description': 'second'}", names.of("order")));
        findings.accepted(Point.EVENT_UPDATE, changed);
        findings.check(Point.EVENT_UPDATE, find(events, made.uid()).path("description").asText().equals("second"), changed.seen());
        calls.call(events, create, Json.object("{'key': '%s', 'description': 'third'}", names.of("order")));
        long same = calls.call(events, Operation.list, null).items().filter(one -> one.path("key").asText().equals(names.of("order")))
                .count();
        findings.check(Point.EVENT_KEY, same == 1, same + " events with the key");
        return made.body();
    }

    private JsonNode audience(String attribute) {
        if (attribute.isEmpty()) {
            return Json.object("{}");
        }
        ObjectNode definition = Json.object("{'__type': 'RuleCombination', 'combinationType': 'AND', 'rules': [%s, %s]}", custom(attribute),
                preset());
        ObjectNode body = Json.object("{'name': '%s', 'description': ''}", names.of("gold")).set("definition", definition);
        Answer made = make(audiences, body);
        findings.accepted(Point.AUDIENCE, made);
        if (!made.isAccepted()) {
            return made.body();
        }
        JsonNode kept = find(audiences, made.uid());
        findings.check(Point.AUDIENCE, kept.path("definition").equals(definition), "definition " + kept.path("definition"));
        List<String> referred = Json.texts(kept.path("referredAttributes"));
        findings.check(Point.REFERRED, referred.equals(List.of(attribute)), referred.size() + " referredAttributes");
        Answer narrowed = calls.query(audiences, Operation.list, "referredAttributes", attribute);
        findings.check(Point.REFERRED_FILTER, narrowed.isAccepted() && narrowed.body().size() == 1
                && narrowed.body().path(0).path("uid").asText().equals(made.uid()),
                narrowed.seen() + ", " + narrowed.body().size() + " items");
        definition.put("combinationType", "OR");
        Answer changed = calls.call(audiences, update, made.uid(), body);
        findings.accepted(Point.AUDIENCE_UPDATE, changed);
        findings.check(Point.AUDIENCE_UPDATE, find(audiences, made.uid()).path("definition").equals(definition), changed.seen());
        findings.refused(Point.ATTRIBUTE_IN_USE, calls.call(attributes, Operation.delete, attribute, null));
        return made.body();
    }

    private void unknownMembers(String attribute) {
        findings.observe(Point.UNKNOWN_ATTRIBUTE, unknown(attributes,
                Json.object("{'name': '%s', 'key': '%s', 'data_type': 'string'}", names.of("typed"), names.of("typed")), "data_type"));
        findings.observe(Point.UNKNOWN_EVENT,
                unknown(events, Json.object("{'key': '%s', 'name': '%s'}", names.of("named"), names.of("named")), "name"));
        if (!attribute.isEmpty()) {
            findings.observe(Point.UNKNOWN_AUDIENCE, unknown(audiences, Json.object("{'name': '%s', 'rules': {}, 'definition': "
                    + "{'__type': 'RuleCombination', 'combinationType': 'AND', 'rules': [%s]}}", names.of("ruled"), custom(attribute)),
                    "rules"));
        }
    }

    private String unknown(Resource kind, JsonNode body, String member) {
        Answer made = calls.call(kind, create, body);
        if (!made.isAccepted()) {
            return made.seen();
        }
        boolean isKept = find(kind, made.uid()).has(member);
        calls.call(kind, Operation.delete, made.uid(), null);
        return made.seen() + ", kept: " + isKept;
    }

    private Answer make(Resource kind, JsonNode body) {
        Answer made = calls.call(kind, create, body);
        if (made.isAccepted()) {
            findings.check(Point.CREATED, made.status() == CREATED, "HTTP " + made.status());
        }
        return made;
    }

    private JsonNode find(Resource kind, String uid) {
        return calls.call(kind, Operation.list, null).items().filter(one -> one.path("uid").asText().equals(uid)).findFirst()
                .orElseGet(() -> Json.object("{}"));
    }

    private static boolean hasAudit(JsonNode body) {
        return TIME.matcher(body.path("createdAt").asText()).matches() && TIME.matcher(body.path("updatedAt").asText()).matches()
                && body.has("createdBy") && body.has("updatedBy");
    }

    private static String custom(String attribute) {
        return "{'__type': 'Rule', 'attribute': {'__type': 'CustomAttributeReference', 'ref': '" + attribute
                + "'}, 'attributeMatchCondition': 'STRING_EQUALS', 'attributeMatchOptions': {'__type': 'StringMatchOptions', 'value': 'gold'}, "
                + "'invertCondition': false}";
    }

    private static String preset() {
        return "{'__type': 'Rule', 'attribute': {'__type': 'PresetAttributeReference', 'ref': 'DEVICE_TYPE'}, 'attributeMatchCondition': "
                + "'STRING_EQUALS', 'attributeMatchOptions': {'__type': 'StringMatchOptions', 'value': 'MOBILE'}, 'invertCondition': false}";
    }
}
