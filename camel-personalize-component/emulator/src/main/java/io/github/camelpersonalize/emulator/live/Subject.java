// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

/** What an operation is about, which a header says. */
enum Subject {
    /** Nothing in particular; no header. */
    NOTHING,
    /** A project: {@code x-project-uid}. */
    PROJECT,
    /** A project as its visitors know it: {@code x-project-uid}. */
    VISITED_PROJECT,
    /** The organization: {@code organization_uid}. */
    ORGANIZATION
}
