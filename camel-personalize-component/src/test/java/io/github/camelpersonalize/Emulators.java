// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.EnumMap;
import java.util.Map;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.live.LiveOptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An emulator of each dialect that the tests of a class speak, which starts when the first of them asks for it. */
final class Emulators implements BeforeEachCallback, AfterAllCallback {

    private static final Map<Samples, EmulatorOptions> OPTIONS = Map.of(Samples.CONTRACT, EmulatorOptions.defaults().rateLimit(0),
            Samples.LIVE, EmulatorOptions.defaults().rateLimit(0).personality(Personality.LIVE)
                    .live(LiveOptions.defaults().strictMembers(true).quota(1000)));

    private final Map<Samples, PersonalizeEmulator> running = new EnumMap<>(Samples.class);

    PersonalizeEmulator of(Samples samples) {
        return running.computeIfAbsent(samples, dialect -> PersonalizeEmulator.start(OPTIONS.get(dialect)));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running.values().forEach(PersonalizeEmulator::reset);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running.values().forEach(PersonalizeEmulator::close);
        running.clear();
    }
}
