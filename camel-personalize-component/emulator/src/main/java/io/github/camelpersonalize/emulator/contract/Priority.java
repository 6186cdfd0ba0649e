// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.service.Kind;

/** The order of a project's experiences. */
final class Priority {

    private static final Shape SHAPE = Shape.of(Member.required("priority", Check.listOf(Check.text())));

    private Priority() {}

    static Answer get(Call call, Stamp stamp) {
        return Answer.json(200, Json.object().set("priority", call.project().priorityNode()));
    }

    static Answer update(Call call, Stamp stamp) {
        List<String> faults = SHAPE.faults(call.body());
        List<String> wanted = new ArrayList<>();
        if (faults.isEmpty()) {
            call.body().get("priority").forEach(uid -> wanted.add(uid.textValue()));
            faults = faultsOfOrder(wanted, call.project().shelf(Kind.EXPERIENCE).uids());
        }
        if (!faults.isEmpty()) {
            return Answer.error(400, "The priority is refused: " + String.join("; ", faults) + ".");
        }
        call.project().prioritise(wanted);
        return get(call, stamp);
    }

    /** What keeps the list from being an order of exactly these experiences. */
    static List<String> faultsOfOrder(List<String> wanted, Set<String> existing) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (String uid : wanted) {
            if (!existing.contains(uid)) {
                unknown.add(uid);
            } else if (!seen.add(uid)) {
                repeated.add(uid);
            }
        }
        Set<String> omitted = new LinkedHashSet<>(existing);
        omitted.removeAll(seen);
        List<String> faults = new ArrayList<>();
        add(faults, "unknown experiences ", unknown);
        add(faults, "repeated experiences ", repeated);
        add(faults, "missing experiences ", omitted);
        return faults;
    }

    private static void add(List<String> faults, String what, Set<String> uids) {
        if (!uids.isEmpty()) {
            faults.add(what + String.join(", ", uids));
        }
    }
}
