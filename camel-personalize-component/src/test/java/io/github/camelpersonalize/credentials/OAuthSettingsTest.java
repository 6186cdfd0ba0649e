// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OAuthSettingsTest {

    private static final URI URL = URI.create("https://user:canary-user@example.com:8443/token?key=canary-key");

    private final OAuthSettings settings = new OAuthSettings(URL, "app", "canary-secret", "canary-refresh", "read");

    @Test
    void noTextHoldsASecret() {
        assertThat(settings)
                .hasToString("OAuthSettings[server=example.com:8443, clientId=app, grant=refresh_token, scope=read]");
        assertThat(new OAuthCredentials(settings, new MemoryTokenStore(), null, null, null, null)).hasToString(
                "OAuthCredentials[OAuthSettings[server=example.com:8443, clientId=app, grant=refresh_token, scope=read]]");
    }

    @Test
    void settingsDifferWhenAnyOfThemDoes() {
        List<OAuthSettings> all = List.of(settings, new OAuthSettings(URI.create("https://example.com"), "app", "canary-secret",
                "canary-refresh", "read"), new OAuthSettings(URL, "app2", "canary-secret", "canary-refresh", "read"),
                new OAuthSettings(URL, "app", "other", "canary-refresh", "read"),
                new OAuthSettings(URL, "app", null, "canary-refresh", "read"),
                new OAuthSettings(URL, "app", "canary-secret", "other", "read"),
                new OAuthSettings(URL, "app", "canary-secret", null, "read"),
                new OAuthSettings(URL, "app", "canary-secret", "canary-refresh", null));

        assertThat(all).doesNotHaveDuplicates();
        assertThat(new OAuthSettings(URL, "app", "canary-secret", "canary-refresh", "read")).isEqualTo(settings)
                .hasSameHashCodeAs(settings);
    }

    @Test
    void blankIsTheSameAsNotSet() {
        assertThat(new OAuthSettings(URL, "app", "canary-secret", " ", ""))
                .isEqualTo(new OAuthSettings(URL, "app", "canary-secret", null, null));
    }

    @Test
    void theStoredRefreshTokenOutlivesANewClientSecretAndAnotherScope() {
        assertThat(settings.storeKey()).matches("[0-9a-f]{32}")
                .isEqualTo(new OAuthSettings(URL, "app", "other", "canary-refresh", null).storeKey())
                .isNotEqualTo(new OAuthSettings(URL, "app", "canary-secret", "other", "read").storeKey())
                .isNotEqualTo(new OAuthSettings(URL, "app2", "canary-secret", "canary-refresh", "read").storeKey());
    }

    @Test
    void aClientNeedsANameAndASecretOrARefreshToken() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OAuthSettings(URL, " ", "s", null, null))
                .withMessage("OAuth needs clientId");
        assertThatIllegalArgumentException().isThrownBy(() -> new OAuthSettings(URL, "app", null, null, null))
                .withMessage("OAuth needs refreshToken or clientSecret, or both, beside clientId");
    }
}
