// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.service.Kind;

/** A project holds only so many objects of a kind. */
final class Quota {

    private Quota() {}

    static Answer exceeded(Kind kind, int quota) {
        return Errors.of(400, Code.QUOTA_EXCEEDED, "The project has " + quota + " " + kind.plural() + " already, which is all it may have");
    }
}
