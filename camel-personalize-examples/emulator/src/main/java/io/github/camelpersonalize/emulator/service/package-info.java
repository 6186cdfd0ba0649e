// SPDX-License-Identifier: Apache-2.0

/** The service itself: its objects, its rules, its operations. Nothing here is safe for concurrent use; the caller holds the lock. */
package io.github.camelpersonalize.emulator.service;
