// SPDX-License-Identifier: Apache-2.0

/** What a project of the live personality holds. */
package io.github.camelpersonalize.emulator.live.state;
