// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServiceUrlTest {

    private static final String EXAMPLE = "https://service.example";

    @ParameterizedTest
    @CsvSource({"https://service.example, https://service.example", "' https://service.example/v1 ', https://service.example/v1",
            "HTTPS://service.example:8443/a/../b, HTTPS://service.example:8443/b"})
    void aUrlIsTakenWithoutBlanksAndDots(String text, URI url) {
        assertThat(new ServiceUrl(false).check(text, EXAMPLE)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://LOCALHOST", "http://127.0.0.1", "http://127.1.2.3:80/v1", "http://[::1]:8080"})
    void noCredentialLeavesThisMachineSoThatClearTextIsAllowed(String text) {
        assertThat(new ServiceUrl(false).check(text, EXAMPLE)).isEqualTo(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://service.example", "HTTP://service.example", "http://127.0.0.1.service.example", "http://10.0.0.1",
            "http://localhost.service.example"})
    void clearTextToAnotherMachineIsRefusedUnlessItIsAllowed(String text) {
        assertThatThrownBy(() -> new ServiceUrl(false).check(text, EXAMPLE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be https:// for a host other than this machine, because the credential travels"
                        + " with each request; allowInsecureHttp=true allows it all the same");
        assertThat(new ServiceUrl(true).check(text, EXAMPLE)).isEqualTo(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "service.example", "/v1", "https:///v1", "https:service.example", "ftp://service.example",
            "file:///etc/hosts"})
    void aUrlHasAHostAndIsOfHttp(String text) {
        assertThatThrownBy(() -> new ServiceUrl(true).check(text, EXAMPLE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a URL with a host, such as https://service.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:secret@service.example", "https://service.example?a=b", "https://service.example/#top"})
    void nothingHidesInTheAddress(String text) {
        assertThatThrownBy(() -> new ServiceUrl(true).check(text, EXAMPLE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must not have user-info, a query or a fragment");
    }

    @Test
    void whatIsNoUrlIsNotRepeatedBecauseItMayHoldASecret() {
        assertThatThrownBy(() -> new ServiceUrl(true).check("https://user:sec ret@service.example", EXAMPLE))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("is not a legal URL").hasNoCause();
    }
}
