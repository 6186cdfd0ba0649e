// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import io.github.camelpersonalize.emulator.EmulatorOptions;

/** Two ways to one project: the component's address of the service and its credential, or another spelling of the address and another credential. */
enum Way {

    AS_THE_COMPONENT, OTHERWISE;

    /** Processes with numbers in a row use both in turn. */
    static Way of(long number) {
        return number % 2 == 0 ? AS_THE_COMPONENT : OTHERWISE;
    }

    Way other() {
        return this == AS_THE_COMPONENT ? OTHERWISE : AS_THE_COMPONENT;
    }

    /** The options of an endpoint, behind others. */
    String options(String baseUrl) {
        String spelling = baseUrl.replace("http", "HTTP") + "/a/%2E%2e/";
        return this == AS_THE_COMPONENT ? "" : "&accessToken=" + EmulatorOptions.ACCESS_TOKEN + "&baseUrl=RAW(" + spelling + ")";
    }
}
