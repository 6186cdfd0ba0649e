// SPDX-License-Identifier: Apache-2.0

/** What all personalities of the service have in common. Nothing here is safe for concurrent use; the caller holds the lock. */
package io.github.camelpersonalize.emulator.service;
