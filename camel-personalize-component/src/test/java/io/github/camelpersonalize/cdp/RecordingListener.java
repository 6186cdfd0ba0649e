// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.List;

/** What was told, a line each. */
final class RecordingListener implements StreamListener {

    final List<String> told = new ArrayList<>();

    @Override
    public void withheld(String kind, String name, String why) {
        told.add("withheld " + kind + " " + name + ": " + why);
    }

    @Override
    public void noMoreWithheld(String kind) {
        told.add("no more withheld " + kind);
    }

    @Override
    public void conflict(String key, String actual, String inferred) {
        told.add("conflict " + key + ": " + actual + ", " + inferred);
    }

    @Override
    public void respelled(String kind, String name, String key) {
        told.add("respelled " + kind + " " + name + ": " + key);
    }
}
