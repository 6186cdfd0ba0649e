// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import io.github.camelpersonalize.cdp.Notices;
import org.slf4j.Logger;

/** What of a stream people should look at, told in the log. */
final class LoggedNotices implements Notices {

    private final Logger log;
    private final String transformer;

    LoggedNotices(Logger log, String transformer) {
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
    public void conflict(String key, String held, String inferred) {
        warn("the attribute \"" + key + "\" stays a " + held + ", although a message has it as a " + inferred);
    }

    @Override
    public void respelled(String kind, String name, String key) {
        warn("\"" + name + "\" is taken for the " + kind + " \"" + key + "\", which people cannot tell from it");
    }

    private void warn(String what) {
        log.warn("{}: {}", transformer, Failure.line(what));
    }
}
