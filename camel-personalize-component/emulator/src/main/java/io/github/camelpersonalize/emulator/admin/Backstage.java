// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import io.github.camelpersonalize.emulator.journal.RequestJournal;
import io.github.camelpersonalize.emulator.script.ScriptBook;
import io.github.camelpersonalize.emulator.service.RateLimit;
import io.github.camelpersonalize.emulator.service.Service;

/**
 * What stands behind the service.
 *
 * @param service
 *            the service, with its state
 * @param limit
 *            how much of it is used
 * @param journal
 *            the requests so far
 * @param scripts
 *            the answers to come
 */
public record Backstage(Service service, RateLimit limit, RequestJournal journal, ScriptBook scripts) {

    /** Everything as at the start. */
    public void reset() {
        service.projects().clear();
        limit.clear();
        journal.clear();
        scripts.clear();
    }
}
