// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.document.Position;

/** Several manifests as one. */
final class ManifestMerge {

    private final List<Entry> entries = new ArrayList<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private final Duplicates duplicates = new Duplicates();
    private DesiredPriority order;
    private String onConflict;

    private ManifestMerge() {}

    static ParseResult of(List<Manifest> manifests) {
        ManifestMerge merge = new ManifestMerge();
        manifests.forEach(merge::add);
        return merge.faults.isEmpty()
                ? new ParseResult.Parsed(
                        new Manifest(merge.entries, Optional.ofNullable(merge.order), Optional.ofNullable(merge.onConflict)))
                : new ParseResult.Invalid(merge.faults);
    }

    private void add(Manifest manifest) {
        for (Entry entry : manifest.entries()) {
            duplicates.violation(entry).ifPresent(text -> faults.add(new Diagnostic(entry.position(), "", text)));
            entries.add(entry);
        }
        manifest.priority().ifPresent(this::add);
        manifest.onConflict().ifPresent(this::add);
    }

    private void add(DesiredPriority other) {
        if (order != null) {
            faults.add(new Diagnostic(other.position(), "/priority",
                    "there is an order of priority at " + order.position() + " too; remove one of them"));
        }
        order = other;
    }

    private void add(String other) {
        if (onConflict != null && !onConflict.equals(other)) {
            faults.add(
                    new Diagnostic(Position.unknown(null), "/onConflict",
                            "is " + onConflict + " in one manifest and " + other + " in another"));
        }
        onConflict = other;
    }
}
