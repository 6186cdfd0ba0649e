// SPDX-License-Identifier: Apache-2.0

/** Answers and faults prepared beforehand. */
package io.github.camelpersonalize.emulator.script;
