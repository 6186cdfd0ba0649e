// SPDX-License-Identifier: Apache-2.0

/** The service as it is known to answer. What is not certain about that stands in one table. */
package io.github.camelpersonalize.emulator.live;
