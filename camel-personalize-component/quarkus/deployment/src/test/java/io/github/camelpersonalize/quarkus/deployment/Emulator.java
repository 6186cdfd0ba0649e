// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import java.util.Map;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The service on a port of this machine, and the configuration that leads there. */
public final class Emulator implements QuarkusTestResourceLifecycleManager {

    private PersonalizeEmulator emulator;

    @Override
    public Map<String, String> start() {
        emulator = PersonalizeEmulator.start();
        return Map.of("camel.component.personalize.base-url", emulator.baseUrl(), "camel.component.personalize.authtoken",
                emulator.authtoken());
    }

    @Override
    public void stop() {
        emulator.close();
    }
}
