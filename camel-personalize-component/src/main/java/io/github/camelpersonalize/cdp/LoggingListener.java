// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import io.github.camelpersonalize.text.OneLine;
import org.slf4j.Logger;

/** Logs the events of a stream as warnings. */
public final class LoggingListener implements StreamListener {

    private final Logger log;
    private final String transformer;

    public LoggingListener(Logger log, String transformer) {
        this.log = log;
        this.transformer = transformer;
    }

    @Override
    public void onWithheld(String kind, String name, String reason) {
        warn("the " + kind + " \"" + name + "\" is withheld: " + reason);
    }

    @Override
    public void onWithheldLimit(String kind) {
        warn(MAX_REPORTED + " withheld names of " + kind + "s have been logged; further ones are only counted");
    }

    @Override
    public void onConflict(String key, String actual, String inferred) {
        warn("the attribute \"" + key + "\" keeps the type " + actual + "; a message has a value of type " + inferred);
    }

    @Override
    public void onMerged(String kind, String name, String other, String key) {
        warn("\"" + name + "\" and \"" + other + "\" are one " + kind + ", \"" + key + "\"");
    }

    @Override
    public void onIgnored(String place) {
        warn("a message has " + place + " that are no object; nothing is inferred from them, and further ones are only counted");
    }

    private void warn(String message) {
        log.warn("{}: {}", transformer, OneLine.message(message));
    }
}
