// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import io.github.camelpersonalize.text.OneLine;
import org.slf4j.Logger;

/** What of a stream people should look at, told in the log. */
public final class LoggingListener implements StreamListener {

    private final Logger log;
    private final String transformer;

    public LoggingListener(Logger log, String transformer) {
        this.log = log;
        this.transformer = transformer;
    }

    @Override
    public void withheld(String kind, String name, String why) {
        warn("the " + kind + " \"" + name + "\" is withheld: " + why);
    }

    @Override
    public void noMoreWithheld(String kind) {
        warn(MOST + " names were told of that are withheld from the " + kind + "s; further ones are only counted");
    }

    @Override
    public void conflict(String key, String actual, String inferred) {
        warn("the attribute \"" + key + "\" stays a " + actual + ", although a message has it as a " + inferred);
    }

    @Override
    public void respelled(String kind, String name, String key) {
        warn("\"" + name + "\" is taken for the " + kind + " \"" + key + "\", which people cannot tell from it");
    }

    private void warn(String what) {
        log.warn("{}: {}", transformer, OneLine.message(what));
    }
}
