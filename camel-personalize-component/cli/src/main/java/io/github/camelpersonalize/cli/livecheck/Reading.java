// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;

/** What can be tried without a write. */
final class Reading {

    private static final Set<String> PRESETS = Set.of("DEVICE_TYPE", "OPERATING_SYSTEM", "QUERY_PARAMETERS", "REFERRER", "COUNTRY",
            "REGION",
            "CITY", "DATE_AND_TIME");

    private final Calls calls;
    private final Findings findings;

    Reading(Calls calls, Findings findings) {
        this.calls = calls;
        this.findings = findings;
    }

    /** Whether the service speaks this dialect: lists are arrays, and the order of priority is where it is looked for. */
    boolean isLive() {
        Answer order = calls.call(Resource.experiences, Operation.getPriority, null);
        findings.accepted(Point.PRIORITY, order);
        List<Answer> lists = List.of(Resource.attributes, Resource.audiences, Resource.events, Resource.experiences).stream()
                .map(kind -> calls.call(kind, Operation.list, null)).toList();
        lists.forEach(list -> findings.accepted(Point.LISTS, list));
        return order.isAccepted() && lists.stream().allMatch(Answer::isAccepted);
    }

    void run() {
        Answer attributes = calls.call(Resource.attributes, Operation.list, null);
        Set<String> presets = attributes.items().filter(attribute -> attribute.path("__type").asText().equals("PRESET")).map(Reading::uid)
                .collect(Collectors.toSet());
        findings.check(Point.PRESETS, presets.equals(PRESETS), presets.size() + " presets");
        lytics();
        Answer country = calls.query(Resource.geolocation, Operation.listCountries, "code", "US");
        findings.check(Point.PLACE_CODE, country.isAccepted() && country.body().size() == 1,
                country.isAccepted() ? country.body().size() + " places" : country.seen());
        findings.observe(Point.PLACES, country.isAccepted() ? "members " + Json.members(country.body()) : country.seen());
    }

    private void lytics() {
        long plain = calls.call(Resource.audiences, Operation.list, null).items().filter(Reading::isOfLytics).count();
        Answer all = calls.query(Resource.audiences, Operation.list, "includeLyticsAudiences", "true");
        long requested = all.items().filter(Reading::isOfLytics).count();
        String seen = plain + " in the list, " + requested + " on request";
        if (plain == 0 && requested == 0) {
            findings.observe(Point.LYTICS, seen);
            return;
        }
        findings.check(Point.LYTICS, plain == 0, seen);
    }

    private static boolean isOfLytics(JsonNode audience) {
        return audience.path("source").asText().equalsIgnoreCase("LYTICS");
    }

    private static String uid(JsonNode definition) {
        return definition.path("uid").asText();
    }
}
