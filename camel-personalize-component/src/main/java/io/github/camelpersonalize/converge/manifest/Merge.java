// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several manifests as one. */
final class Merge {

    private final List<Entry> entries = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Duplicates duplicates = new Duplicates();
    private Order order;
    private String onConflict;

    private Merge() {}

    static Reading of(List<Manifest> manifests) {
        Merge merge = new Merge();
        manifests.forEach(merge::add);
        return merge.faults.isEmpty()
                ? new Reading.Read(new Manifest(merge.entries, Optional.ofNullable(merge.order), Optional.ofNullable(merge.onConflict)))
                : new Reading.Faulty(merge.faults);
    }

    private void add(Manifest manifest) {
        for (Entry entry : manifest.entries()) {
            duplicates.objection(entry).ifPresent(text -> faults.add(new Fault(entry.position(), "", text)));
            entries.add(entry);
        }
        manifest.priority().ifPresent(this::add);
        manifest.onConflict().ifPresent(this::add);
    }

    private void add(Order other) {
        if (order != null) {
            faults.add(new Fault(other.position(), "/priority",
                    "there is an order of priority at " + order.position() + " too; remove one of them"));
        }
        order = other;
    }

    private void add(String other) {
        if (onConflict != null && !onConflict.equals(other)) {
            faults.add(
                    new Fault(Position.unknown(null), "/onConflict", "is " + onConflict + " in one manifest and " + other + " in another"));
        }
        onConflict = other;
    }
}
