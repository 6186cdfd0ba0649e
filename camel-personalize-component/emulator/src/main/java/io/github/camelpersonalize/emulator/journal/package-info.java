// SPDX-License-Identifier: Apache-2.0

/** What was asked and how it was answered. */
package io.github.camelpersonalize.emulator.journal;
