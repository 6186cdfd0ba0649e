// SPDX-License-Identifier: Apache-2.0

/** What can be seen and changed from outside the service: the administration under {@code /emulator/} and the page. */
package io.github.camelpersonalize.emulator.admin;
