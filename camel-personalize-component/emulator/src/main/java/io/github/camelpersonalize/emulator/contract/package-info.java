// SPDX-License-Identifier: Apache-2.0

/** The service as its description has it: the objects, the rules, the operations. Nothing here is safe for concurrent use; the caller holds the lock. */
package io.github.camelpersonalize.emulator.contract;
