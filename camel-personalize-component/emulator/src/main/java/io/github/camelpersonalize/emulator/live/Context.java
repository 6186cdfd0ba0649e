// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.state.Audit;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.service.Projects;

/**
 * What operations need besides the request.
 *
 * @param options
 *            the switches
 * @param audit
 *            writes into objects who made and changed them
 * @param projects
 *            all projects
 */
record Context(LiveOptions options, Audit audit, Projects<Project> projects) {

    /** Nothing wrong with a body yet. */
    Problems problems() {
        return new Problems(options.strictMembers());
    }
}
