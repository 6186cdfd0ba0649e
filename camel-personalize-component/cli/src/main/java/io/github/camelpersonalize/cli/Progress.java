// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.PrintWriter;

import io.github.camelpersonalize.PersonalizeProgressEvent;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Tells people who wait how far a long operation is. */
final class Progress extends EventNotifierSupport {

    private final PrintWriter err;

    Progress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof PersonalizeProgressEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        err.println(event);
    }
}
