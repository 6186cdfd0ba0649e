// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import java.util.Optional;

/**
 * One member that a body may or must have.
 *
 * @param name
 *            the name
 * @param missing
 *            the code of the error when it is missing, none when it may be
 * @param check
 *            what its value must be
 */
public record Member(String name, Optional<Code> missing, Check check) {

    static Member required(String name, Check check) {
        return required(name, Code.REQUIRED, check);
    }

    static Member required(String name, Code missing, Check check) {
        return new Member(name, Optional.of(missing), check);
    }

    static Member optional(String name, Check check) {
        return new Member(name, Optional.empty(), check);
    }
}
