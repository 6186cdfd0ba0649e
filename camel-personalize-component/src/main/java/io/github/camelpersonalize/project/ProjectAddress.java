// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.net.URI;

/** Where a project is: the service's base URL, and the project's uid there. */
record ProjectAddress(URI baseUrl, String uid) {}
