// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

/** A credential that never changes. Equal when the header is. */
record StaticCredentials(Header header) implements Credentials {

    @Override
    public String kind() {
        return "authtoken".equalsIgnoreCase(header.name()) ? "an authtoken" : "an access token";
    }
}
