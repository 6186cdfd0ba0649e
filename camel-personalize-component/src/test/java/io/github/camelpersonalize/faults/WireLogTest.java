// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** HttpClient's own log of what goes over the wire would show the credential to everyone who may read logs. */
class WireLogTest extends FaultRoutes {

    @Test
    void F64_noLoggerAtTraceShowsTheCredentialNotEvenHttpClients() {
        String uri = "personalize:events?operation=list";
        send(uri, null);
        try (TraceLog log = new TraceLog("org.apache", "io.github.camelpersonalize")) {
            assertThat(send(uri, null).getException()).isNull();
            assertThat(send(uri + "&maxTotalConnections=7", null).getException()).isNull();

            assertThat(log.text()).contains("org.apache.hc").doesNotContain(emulator().authtoken());
        }
    }
}
