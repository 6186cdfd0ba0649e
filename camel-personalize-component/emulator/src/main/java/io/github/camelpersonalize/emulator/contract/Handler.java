// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import io.github.camelpersonalize.emulator.http.Answer;

/** What an operation does. */
@FunctionalInterface
interface Handler {

    Answer answer(Call call, Stamp stamp);
}
