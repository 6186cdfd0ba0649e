// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts an emulator for a test class and clears it before each test. With {@code @ExtendWith(PersonalizeEmulatorExtension.class)} methods take it as a
 * parameter; with {@code @RegisterExtension static PersonalizeEmulatorExtension} it can be set up, and asked for with {@link #emulator()}. In a field
 * that is not static it starts anew for each test.
 */
public final class PersonalizeEmulatorExtension
        implements
            BeforeAllCallback,
            BeforeEachCallback,
            AfterEachCallback,
            AfterAllCallback,
            ParameterResolver {

    private final EmulatorOptions options;
    private PersonalizeEmulator emulator;
    private ExtensionContext owner;

    /** An emulator without a limit of requests. */
    public PersonalizeEmulatorExtension() {
        this(EmulatorOptions.defaults().rateLimit(0));
    }

    /** An emulator set up like this. */
    public PersonalizeEmulatorExtension(EmulatorOptions options) {
        this.options = options;
    }

    /** The running emulator. */
    public PersonalizeEmulator emulator() {
        if (emulator == null) {
            throw new IllegalStateException("The emulator runs from before the first test of the class until after its last.");
        }
        return emulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start(context);
        emulator.reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PersonalizeEmulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return emulator();
    }

    /** Whoever comes first owns the emulator: the class, or the test where there was no class callback. Nested classes share it. */
    private void start(ExtensionContext context) {
        if (emulator == null) {
            emulator = PersonalizeEmulator.start(options);
            owner = context;
        }
    }

    private void stop(ExtensionContext context) {
        if (context == owner) {
            emulator.close();
            emulator = null;
            owner = null;
        }
    }
}
