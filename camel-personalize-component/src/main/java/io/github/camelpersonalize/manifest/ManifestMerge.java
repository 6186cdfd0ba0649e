// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.document.Position;
import org.jspecify.annotations.Nullable;

/** Merges several manifests into one. */
final class ManifestMerge {

    private final List<Entry> entries = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Duplicates duplicates = new Duplicates();
    private @Nullable DesiredPriority priority;
    private @Nullable String onConflict;

    private ManifestMerge() {}

    static ParseResult of(List<ParseResult> results) {
        ManifestMerge merge = new ManifestMerge();
        List<Diagnostic> invalid = new ArrayList<>();
        for (ParseResult result : results) {
            if (result instanceof ParseResult.Parsed parsed) {
                merge.add(parsed.manifest());
            } else if (result instanceof ParseResult.Invalid failed) {
                invalid.addAll(failed.diagnostics());
            }
        }
        return ParseResult.of(merge::manifest, invalid.isEmpty() ? merge.diagnostics : invalid);
    }

    private Manifest manifest() {
        return new Manifest(entries, Optional.ofNullable(priority), Optional.ofNullable(onConflict));
    }

    private void add(Manifest manifest) {
        for (Entry entry : manifest.entries()) {
            duplicates.violation(entry).ifPresent(violation -> diagnostics.add(new Diagnostic(entry.position(), "", violation)));
            entries.add(entry);
        }
        manifest.priority().ifPresent(this::add);
        manifest.onConflict().ifPresent(this::add);
    }

    private void add(DesiredPriority other) {
        if (priority != null) {
            diagnostics.add(
                    new Diagnostic(other.position(), "/priority", "is also set at " + priority.position() + "; remove one of them"));
        }
        priority = other;
    }

    private void add(String other) {
        if (onConflict != null && !onConflict.equals(other)) {
            diagnostics.add(
                    new Diagnostic(Position.unknown(null), "/onConflict",
                            "is " + onConflict + " in one manifest and " + other + " in another"));
        }
        onConflict = other;
    }
}
