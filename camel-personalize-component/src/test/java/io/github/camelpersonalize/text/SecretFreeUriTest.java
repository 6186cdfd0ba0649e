// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretFreeUriTest {

    private final SecretFreeUri uris = new SecretFreeUri(Set.of("authtoken", "clientSecret"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            personalize:events?authtoken=abc                            | personalize:events?authtoken=xxxxxx
            personalize:events?authtoken=abc&operation=list             | personalize:events?authtoken=xxxxxx&operation=list
            personalize:events?operation=list&clientSecret=a%26b        | personalize:events?operation=list&clientSecret=xxxxxx
            personalize:events?CLIENTSECRET=abc&client-secret=d         | personalize:events?CLIENTSECRET=xxxxxx&client-secret=xxxxxx
            personalize:events?authtoken=RAW(a&b=c)&operation=list      | personalize:events?authtoken=xxxxxx&operation=list
            personalize:events?authtoken=RAW{a&b}                       | personalize:events?authtoken=xxxxxx
            personalize:events?authtoken=RAW%28a&b%29&operation=list    | personalize:events?authtoken=xxxxxx&operation=list
            personalize:events?operation=list&clientId=abc              | personalize:events?operation=list&clientId=abc
            personalize:authtoken=abc                                   | personalize:authtoken=abc
            """)
    void theValuesOfSecretsAreHiddenHoweverTheyAreWritten(String uri, String hidden) {
        assertThat(uris.of(uri)).isEqualTo(hidden);
    }
}
