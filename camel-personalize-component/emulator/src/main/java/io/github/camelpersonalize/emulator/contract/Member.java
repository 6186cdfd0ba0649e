// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

/** One member that a body may or must have. */
record Member(String name, boolean required, Check check) {

    static Member required(String name, Check check) {
        return new Member(name, true, check);
    }

    static Member optional(String name, Check check) {
        return new Member(name, false, check);
    }
}
