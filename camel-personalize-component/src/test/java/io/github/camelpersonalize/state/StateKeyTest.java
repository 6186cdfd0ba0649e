// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.net.URI;

import io.github.camelpersonalize.api.ProjectId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StateKeyTest {

    @ParameterizedTest
    @CsvSource({"https://personalize-api.contentstack.com, p1, personalize:personalize-api.contentstack.com:p1:ledger",
            "https://Personalize-API.contentstack.com:443/, p1, personalize:personalize-api.contentstack.com:p1:ledger",
            "https://gateway.example.com:8443/a/b/, p1, personalize:gateway.example.com:8443/a/b:p1:ledger",
            "http://gateway.example.com, p1, personalize:gateway.example.com:80:p1:ledger",
            "https://gateway.example.com/a:b/%3a, p:1, personalize:gateway.example.com/a%3Ab/%253A:p%3A1:ledger"})
    void F74_aProjectHasOneKeyForEachPurpose(URI service, String uid, String key) {
        assertThat(new StateKey(new ProjectId(service, uid), "ledger")).hasToString(key);
    }
}
