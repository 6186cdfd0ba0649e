// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Operation;

import static io.github.camelpersonalize.api.Resource.experiences;

/** Tries the order of priority with two experiences of this run. The others keep their places. */
final class Priority {

    private final Calls calls;
    private final Findings findings;

    Priority(Calls calls, Findings findings) {
        this.calls = calls;
        this.findings = findings;
    }

    void run(String first, String second) {
        List<String> order = order();
        int size = order.size();
        findings.check(Point.NEW_LAST, size >= 2 && order.subList(size - 2, size).equals(List.of(first, second)),
                "places " + (order.indexOf(first) + 1) + " and " + (order.indexOf(second) + 1) + " of " + size);
        if (!order.containsAll(List.of(first, second))) {
            return;
        }
        List<String> incomplete = new ArrayList<>(order);
        incomplete.remove(second);
        Answer refused = write(incomplete);
        findings.refused(Point.WHOLE_ORDER, refused, "MISSING_EXPERIENCES");
        List<String> swapped = new ArrayList<>(order);
        Collections.swap(swapped, order.indexOf(first), order.indexOf(second));
        Answer changed = write(swapped);
        findings.accepted(Point.ORDER_CHANGES, changed);
        findings.check(Point.ORDER_CHANGES, order().equals(swapped), changed.seen());
    }

    /** The experience was deleted: whether the order has forgotten it, and is accepted as it is. */
    void forgets(String deleted) {
        List<String> order = order();
        findings.check(Point.ORDER_FORGETS, !order.contains(deleted), order.size() + " places");
        findings.accepted(Point.ORDER_FORGETS, write(order));
    }

    /** Brings the experiences of others back into their order, if it has changed. */
    void restore(List<String> others) {
        if (!order().equals(others)) {
            write(others);
        }
    }

    private List<String> order() {
        return Json.texts(calls.call(experiences, Operation.getPriority, null).body().path("priorityOrder"));
    }

    private Answer write(List<String> order) {
        ObjectNode body = Json.object("{'priorityOrder': []}");
        order.forEach(body.withArray("priorityOrder")::add);
        return calls.call(experiences, Operation.updatePriority, body);
    }
}
