// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;

import io.github.camelpersonalize.PersonalizeConfigurationException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Servers that cannot prove who they are: nothing is sent to them, and asking again is of no use. There is no way round it by option. */
class TlsFaultsTest extends FaultRoutes {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private final AtomicInteger connections = new AtomicInteger();
    private volatile String answer = "";
    private final AtomicInteger heard = new AtomicInteger();

    @BeforeAll
    static void makeCertificates() throws Exception {
        makeCertificate("authority", "authority", "-ext", "bc:c");
        Files.copy(folder.resolve("authority.p12"), folder.resolve("server.p12"));
        makeCertificate("server", "expired", "-signer", "authority", "-startdate", "-9d", "-validity", "5", "-ext", "san=dns:localhost");
        makeCertificate("server", "other-host", "-signer", "authority", "-ext", "san=dns:other.example");
    }

    @BeforeEach
    void allowRetries() {
        component().getConfiguration().setMaxRetries(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            authority  |                               | unable to find valid certification path to requested target
            expired    | &sslContextParameters=#trusts | validity check failed
            other-host | &sslContextParameters=#trusts | subject alternative
            """)
    void F26_aWrongCertificateIsTheEndAndNothingIsSent(String certificate, String options, String why) throws Exception {
        context.getRegistry().bind("trusts", trust());
        try (ServerSocket server = serve(keys(certificate).createSSLContext(context).getServerSocketFactory())) {

            PersonalizeConfigurationException failed = misconfigured(create(server, options == null ? "" : options));

            assertThat(failed.getMessage()).startsWith("attribute \"age\": no response from localhost: ").contains(why)
                    .endsWith("; check baseUrl and sslContextParameters").doesNotContain("given up");
            assertThat(failed.getOutcome()).isEqualTo(Outcome.BLOCKED);
            assertThat(connections).hasValue(1);
            assertThat(heard).hasValue(0);
            assertThat(time.sleeps()).isEmpty();
        }
    }

    @Test
    void F26_aHandshakeThatBreaksOffIsTriedAgainAndNothingIsInDoubt() throws Exception {
        time.stand();
        try (ServerSocket server = serve(ServerSocketFactory.getDefault())) {

            PersonalizeUnavailableException failed = unavailable(create(server, ""));

            assertThat(failed).hasMessage("attribute \"age\": no response from localhost: Remote host terminated the handshake;"
                    + " given up after 3 attempts in " + time.waited() + " (maxRetries=2)");
            assertThat(failed.getOutcome()).isEqualTo(Outcome.BLOCKED);
            assertThat(connections).hasValue(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", "220 mail.example ESMTP\r\n"})
    void F103_tlsToAPortWithoutItIsTheConfigurationAndNotWaitedFor(String words) throws Exception {
        answer = words;
        try (ServerSocket server = serve(ServerSocketFactory.getDefault())) {

            PersonalizeConfigurationException failed = misconfigured(create(server, ""));

            assertThat(failed).hasMessage("attribute \"age\": no response from localhost: it does not speak TLS at this port;"
                    + " check baseUrl and sslContextParameters");
            assertThat(connections).hasValue(1);
            assertThat(time.sleeps()).isEmpty();
        }
    }

    private Exchange create(ServerSocket server, String options) {
        return send("personalize:attributes?operation=create&baseUrl=https://localhost:" + server.getLocalPort() + options, age());
    }

    /** Takes connections and, after the first bytes of the client, hangs up; with TLS it first shakes hands. */
    private ServerSocket serve(ServerSocketFactory sockets) throws IOException {
        ServerSocket server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket connection = server.accept()) {
                    connections.incrementAndGet();
                    hear(connection);
                } catch (IOException e) {
                    // the client refused the handshake, or the server was closed: the tests look at what the client made of it
                }
            }
        }, "tls-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private void hear(Socket connection) throws IOException {
        if (connection instanceof SSLSocket tls) {
            tls.startHandshake();
        }
        if (connection.getInputStream().read(new byte[8 * 1024]) > 0) {
            heard.incrementAndGet();
            connection.getOutputStream().write(answer.getBytes(UTF_8));
        }
    }

    private static SSLContextParameters keys(String certificate) {
        KeyManagersParameters managers = new KeyManagersParameters();
        managers.setKeyStore(store("server"));
        managers.setKeyPassword(PASSWORD);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setCertAlias(certificate);
        parameters.setKeyManagers(managers);
        return parameters;
    }

    private static SSLContextParameters trust() {
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setKeyStore(store("authority"));
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        return parameters;
    }

    private static KeyStoreParameters store(String name) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + folder.resolve(name + ".p12"));
        store.setPassword(PASSWORD);
        return store;
    }

    private static void makeCertificate(String store, String name, String... options) throws Exception {
        ProcessBuilder keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", name, "-keyalg", "EC", "-dname", "CN=localhost", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore",
                folder.resolve(store + ".p12").toString());
        keytool.command().addAll(List.of(options));
        assertThat(keytool.redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start().waitFor()).isZero();
    }
}
