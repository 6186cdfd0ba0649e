// SPDX-License-Identifier: Apache-2.0

/** How requests are authenticated: static credentials, those of users, and OAuth 2. */
@NullMarked
package io.github.camelpersonalize.credentials;

import org.jspecify.annotations.NullMarked;
