// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.nio.file.Path;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfigurationException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;
    private static String keystore;
    private static WireMockServer server;

    @BeforeAll
    static void startAServerWithACertificateOfItsOwn() throws Exception {
        keystore = folder.resolve("server.p12").toString();
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(keytool, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost",
                "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", keystore).redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile()).start();
        assertThat(made.waitFor()).isZero();
        server = new WireMockServer(WireMockConfiguration.options().dynamicHttpsPort().httpDisabled(true).keystorePath(keystore)
                .keystorePassword(PASSWORD).keyManagerPassword(PASSWORD).keystoreType("PKCS12"));
        server.start();
        server.stubFor(get("/events").willReturn(okJson("{\"data\": []}")));
    }

    @AfterAll
    static void stopTheServer() {
        server.stop();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        try (DefaultCamelContext context = context()) {
            assertThat(list(context, "").getException()).isInstanceOf(PersonalizeConfigurationException.class)
                    .hasMessageContaining("unable to find valid certification path");
        }
    }

    @Test
    void anEndpointTrustsWhatItsSslContextParametersSay() throws Exception {
        try (DefaultCamelContext context = context()) {
            assertThat(list(context, "&sslContextParameters=#trusting").getException()).isNull();
        }
    }

    @Test
    void theGlobalSslContextParametersAreUsedWhenTheComponentIsToldSo() throws Exception {
        try (DefaultCamelContext context = context()) {
            context.setSSLContextParameters(context.getRegistry().lookupByNameAndType("trusting", SSLContextParameters.class));
            assertThat(list(context, "").getException()).isNotNull();
        }
        try (DefaultCamelContext context = context()) {
            context.setSSLContextParameters(context.getRegistry().lookupByNameAndType("trusting", SSLContextParameters.class));
            context.getComponent("personalize", PersonalizeComponent.class).setUseGlobalSslContextParameters(true);
            assertThat(list(context, "").getException()).isNull();
        }
    }

    private DefaultCamelContext context() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + keystore);
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters trusting = new SSLContextParameters();
        trusting.setTrustManagers(trust);
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("trusting", trusting);
        context.start();
        return context;
    }

    private Exchange list(DefaultCamelContext context, String options) {
        return context.createProducerTemplate()
                .request("personalize:events?operation=list&projectUid=p1&authtoken=t&baseUrl=https://localhost:"
                        + server.httpsPort() + options, in -> {});
    }
}
