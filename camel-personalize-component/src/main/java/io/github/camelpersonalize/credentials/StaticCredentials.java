// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

/** A credential that stays as it is. Two are equal when they are the same credential. */
record StaticCredentials(Header header) implements Credentials {}
