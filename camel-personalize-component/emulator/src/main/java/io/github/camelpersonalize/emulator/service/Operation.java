// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

/** One row of a table of operations. */
public interface Operation {

    /** The name, for the journal. */
    String id();

    /** The method, upper case. */
    String method();

    /** The path, with names in braces in the places of uids: {@code /experiences/{id}/versions/{version}}. */
    String path();
}
