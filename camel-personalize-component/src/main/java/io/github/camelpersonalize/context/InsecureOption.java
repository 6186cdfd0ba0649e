// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.Optional;

/** A setting with which the credential is not protected on its way. */
enum InsecureOption {

    HTTP("allowInsecureHttp=true", "camel.component.personalize.allowInsecureHttp",
            "the credential may travel unencrypted", "use https:// and remove the option"), TRUST(
                    "a trust manager that accepts every certificate", "camel.ssl.trustAllCertificates",
                    "anybody on the way can read the credential", "give sslContextParameters a trust store");

    private final String setting;
    private final String property;
    private final String effect;
    private final String instead;

    InsecureOption(String setting, String property, String effect, String instead) {
        this.setting = setting;
        this.property = property;
        this.effect = effect;
        this.instead = instead;
    }

    Optional<InsecureOption> ifSet(boolean isSet) {
        return isSet ? Optional.of(this) : Optional.empty();
    }

    /** As people set it. */
    String setting() {
        return setting;
    }

    /** The name with which {@code camel.security.allowedProperties} allows it. */
    String property() {
        return property;
    }

    /** What it does. */
    String effect() {
        return effect;
    }

    /** What to do in its place. */
    String instead() {
        return instead;
    }
}
