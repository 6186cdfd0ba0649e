// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.List;

/** Records each event as a line. */
final class RecordingListener implements StreamListener {

    final List<String> events = new ArrayList<>();

    @Override
    public void onWithheld(String kind, String name, String reason) {
        events.add("withheld " + kind + " " + name + ": " + reason);
    }

    @Override
    public void onWithheldLimit(String kind) {
        events.add("limit of withheld " + kind);
    }

    @Override
    public void onConflict(String key, String actual, String inferred) {
        events.add("conflict " + key + ": " + actual + ", " + inferred);
    }

    @Override
    public void onMerged(String kind, String name, String other, String key) {
        events.add("merged " + kind + " " + name + ", " + other + ": " + key);
    }

    @Override
    public void onIgnored(String place) {
        events.add("ignored " + place);
    }
}
