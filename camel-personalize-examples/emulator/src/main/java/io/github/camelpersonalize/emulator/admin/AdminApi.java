// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.util.Optional;

import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Request;

/** The administration: what a tester, not a client of the service, asks for. It needs no credentials and does not count towards the limit. */
public final class AdminApi {

    public AdminApi(Backstage backstage, Runnable reset) {}

    public Optional<Answer> answer(Request request) {
        return Optional.empty();
    }
}
