// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

/** The HTTP methods that the service knows (RFC 9110, section 9.3). */
public enum HttpMethod {
    GET, POST, PUT, DELETE
}
