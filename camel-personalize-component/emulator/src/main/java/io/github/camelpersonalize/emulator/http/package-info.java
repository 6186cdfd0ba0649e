// SPDX-License-Identifier: Apache-2.0

/** What arrives and what is answered, free of any server. */
package io.github.camelpersonalize.emulator.http;
