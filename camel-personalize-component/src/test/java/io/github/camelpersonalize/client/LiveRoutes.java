// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Routes with {@code dialect=live} against the emulator that answers so. */
abstract class LiveRoutes extends EmulatedRoutes {

    static final String EXPERIENCE = "6710d0d1d2d3d4d5d6d7d8d9";
    static final String BANNER = """
            {"name": "Banner", "__type": "SEGMENTED"}""";

    @RegisterExtension
    static final PersonalizeEmulatorExtension LIVE = new PersonalizeEmulatorExtension(
            EmulatorOptions.defaults().rateLimit(0).personality(Personality.LIVE));

    @BeforeEach
    void speakLive() {
        component().getConfiguration().setDialect("live");
    }

    @Override
    protected PersonalizeEmulator emulator() {
        return LIVE.emulator();
    }
}
