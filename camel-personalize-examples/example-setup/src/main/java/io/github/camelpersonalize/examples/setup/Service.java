// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.setup;

import java.util.Map;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;

/** The service that an example talks to: the one that is configured, or an emulator in this process. */
public final class Service implements AutoCloseable {

    /** The project of the emulator. */
    public static final String PROJECT = "demo";

    private final Map<String, String> properties;
    private final PersonalizeEmulator emulator;

    private Service(Map<String, String> properties, PersonalizeEmulator emulator) {
        this.properties = properties;
        this.emulator = emulator;
    }

    /** The configured service, or an emulator when none is configured. */
    public static Service of(Settings settings) {
        return settings.hasService() ? new Service(settings.serviceFromEnvironment(), null) : emulated();
    }

    /**
     * An emulator, for a demo that runs because something is not configured.
     *
     * @param missing
     *            the property that is not set
     * @throws IllegalStateException
     *             when a service is configured: the samples of a demo are not for it
     */
    public static Service forDemo(Settings settings, String missing) {
        if (settings.hasService()) {
            throw new IllegalStateException(
                    missing + " is not set, but a service is: the samples of the demo are not for it. Set " + missing
                            + " too, or nothing of camel.component.personalize.*.");
        }
        return emulated();
    }

    /** An emulator as properties of the Personalize component. */
    public static Map<String, String> properties(PersonalizeEmulator emulator) {
        return Map.of("camel.component.personalize.base-url", emulator.baseUrl(), "camel.component.personalize.authtoken",
                emulator.authtoken(), "camel.component.personalize.project-uid", PROJECT);
    }

    /** What has to be set for the Personalize component, beyond what Camel finds by itself. */
    public Map<String, String> properties() {
        return properties;
    }

    /** The emulator, null when a service is configured. */
    public PersonalizeEmulator emulator() {
        return emulator;
    }

    @Override
    public void close() {
        if (emulator != null) {
            emulator.close();
        }
    }

    private static Service emulated() {
        PersonalizeEmulator emulator = PersonalizeEmulator.start();
        return new Service(properties(emulator), emulator);
    }
}
