// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import io.github.camelpersonalize.emulator.live.LiveOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real routes with {@code dialect=live} against an emulator that refuses every member that it does not know. */
public abstract class LiveRoutes extends EmulatedRoutes {

    @RegisterExtension
    protected static final PersonalizeEmulatorExtension LIVE = new PersonalizeEmulatorExtension(
            EmulatorOptions.defaults().rateLimit(0).personality(Personality.LIVE).live(LiveOptions.defaults().strictMembers(true)));

    @Override
    protected PersonalizeEmulator emulator() {
        return LIVE.emulator();
    }

    @BeforeEach
    public void speakLive() {
        component().getConfiguration().setDialect("live");
    }
}
