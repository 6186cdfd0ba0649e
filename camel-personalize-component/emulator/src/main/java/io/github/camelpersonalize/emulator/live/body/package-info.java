// SPDX-License-Identifier: Apache-2.0

/** What the live personality takes in as a body, and how it says what is wrong with one. */
package io.github.camelpersonalize.emulator.live.body;
