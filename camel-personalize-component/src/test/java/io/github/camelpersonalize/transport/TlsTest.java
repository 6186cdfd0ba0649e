// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfigurationException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

class TlsTest {

    private static final String PASSWORD = "changeit";

    /** Longer than the connect timeout, which may not be what ends a request. */
    private static final int MILLIS_LATE = 60_000;

    @TempDir
    private static Path folder;
    private static String keystore;
    private static WireMockServer server;

    @BeforeEach
    void answer() {
        server.stubFor(get("/events").willReturn(okJson("{\"data\": []}")));
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anEncryptedResponseThatDoesNotComeEndsWithItsTime(String version) throws Exception {
        server.stubFor(get("/events").willReturn(okJson("{\"data\": []}").withFixedDelay(MILLIS_LATE)));

        assertEndsInTime(version, server.httpsPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anEncryptedBodyThatTricklesDoesSoToo(String version) throws Exception {
        server.stubFor(get("/events").willReturn(okJson("{\"data\": []}").withChunkedDribbleDelay(10, MILLIS_LATE)));

        assertEndsInTime(version, server.httpsPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aHandshakeThatNobodyAnswersDoesSoToo(String version) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertEndsInTime(version, silent.getLocalPort());
        }
    }

    private void assertEndsInTime(String version, int port) throws Exception {
        try (DefaultCamelContext context = context()) {
            SecureSocketProtocolsParameters versions = new SecureSocketProtocolsParameters();
            versions.setSecureSocketProtocol(List.of(version));
            context.getRegistry().lookupByNameAndType("trusting", SSLContextParameters.class).setSecureSocketProtocols(versions);
            long startedAt = System.nanoTime();

            Exchange ended = list(context, port, "&sslContextParameters=#trusting&maxRetries=0&requestTimeout=500");

            assertThat(ended.getException()).hasMessageContaining("no complete response within requestTimeout=500ms");
            assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofMillis(MILLIS_LATE / 2));
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
        return list(context, server.httpsPort(), options);
    }

    private static Exchange list(DefaultCamelContext context, int port, String options) {
        return context.createProducerTemplate()
                .request("personalize:events?operation=list&projectUid=p1&authtoken=t&baseUrl=https://localhost:" + port + options,
                        in -> {});
    }
}
