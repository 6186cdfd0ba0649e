// SPDX-License-Identifier: Apache-2.0

/**
 * The Personalize Management API in a box, for tests and for trying things out. {@link io.github.camelpersonalize.emulator.PersonalizeEmulator} is the
 * box, {@link io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension} brings it into JUnit 5 and
 * {@link io.github.camelpersonalize.emulator.EmulatorMain} makes it a process of its own.
 */
package io.github.camelpersonalize.emulator;
