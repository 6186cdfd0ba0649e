// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import io.github.camelpersonalize.emulator.http.Answer;

/** What an operation does. */
@FunctionalInterface
interface Handler {

    Answer answer(Call call);
}
