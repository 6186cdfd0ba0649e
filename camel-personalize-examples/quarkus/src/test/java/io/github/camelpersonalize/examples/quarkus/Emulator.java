// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.quarkus;

import java.util.Map;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The service on a free port of this machine. Tests have it in a field. */
public final class Emulator implements QuarkusTestResourceLifecycleManager {

    private PersonalizeEmulator emulator;

    @Override
    public Map<String, String> start() {
        emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
        return Map.of("camel.component.personalize.base-url", emulator.baseUrl(), "camel.component.personalize.project-uid", "p1",
                "camel.component.personalize.authtoken", emulator.authtoken());
    }

    @Override
    public void inject(TestInjector test) {
        test.injectIntoFields(emulator, field -> field.getType() == PersonalizeEmulator.class);
    }

    @Override
    public void stop() {
        emulator.close();
    }
}
