// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import io.github.camelpersonalize.PersonalizeAuthException;
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

    private static final String OTHER_HOST = "Certificate for localhost doesn't match any of the subject alternative names: [other.example]";

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    /** What a server does with a connection. */
    @FunctionalInterface
    private interface Hearing {

        void hear(Socket connection) throws IOException;
    }

    private final AtomicInteger connections = new AtomicInteger();
    private volatile String answer = "";
    private final AtomicInteger heard = new AtomicInteger();

    @BeforeAll
    static void makeCertificates() throws Exception {
        makeCertificate("authority", "authority", "-ext", "bc:c");
        Files.copy(folder.resolve("authority.p12"), folder.resolve("server.p12"));
        makeCertificate("server", "expired", "-signer", "authority", "-startdate", "-9d", "-validity", "5", "-ext", "san=dns:localhost");
        makeCertificate("server", "server", "-signer", "authority", "-ext", "san=dns:localhost");
        makeCertificate("server", "other-host", "-signer", "authority", "-ext", "san=dns:other.example");
    }

    @BeforeEach
    void allowRetries() {
        component().getConfiguration().setMaxRetries(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            authority  |                               | its certificate is not accepted: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target
            expired    | &sslContextParameters=#trusts | its certificate is not accepted: PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed
            other-host | &sslContextParameters=#trusts | its certificate is not accepted: Certificate for localhost doesn't match any of the subject alternative names: [other.example]
            """)
    void F26_aWrongCertificateIsTheEndAndNothingIsSent(String certificate, String options, String why) throws Exception {
        context.getRegistry().bind("trusts", trust());
        try (ServerSocket server = serve(keys(certificate).createSSLContext(context).getServerSocketFactory())) {

            PersonalizeConfigurationException failed = misconfigured(create(server, options == null ? "" : options));

            // Newer clients leave the host name to the JDK, which words it otherwise.
            assertThat(failed.getMessage().replace("No subject alternative DNS name matching localhost found.", OTHER_HOST))
                    .isEqualTo("attribute \"age\": no response from localhost: " + why + "; check baseUrl and sslContextParameters");
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

    /** TLS 1.3 tells it after the handshake of the client, 1.2 within it. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void F103_aServiceThatAsksForACertificateOfTheClientIsTheConfigurationToo(String version) throws Exception {
        context.getRegistry().bind("trusts", trust());
        SSLSocketFactory secured = keys("server").createSSLContext(context).getSocketFactory();
        try (ServerSocket server = serve(ServerSocketFactory.getDefault(),
                connection -> askForACertificate(connection, secured, version))) {

            PersonalizeConfigurationException failed = misconfigured(create(server, "&sslContextParameters=#trusts"));

            assertThat(failed.getMessage())
                    .matches("attribute \"age\": no response from localhost: it asks for a certificate of this client, or"
                            + " does not accept the one that it has got \\(Received fatal alert: (bad_certificate|certificate_required)\\);"
                            + " check baseUrl and sslContextParameters");
            assertThat(heard).hasValue(0);
            assertThat(time.sleeps()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | its certificate is not accepted: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target
            false | it does not speak TLS at this port
            """)
    void F103_theAuthorizationServerToo(boolean isTls, String why) throws Exception {
        component().getConfiguration().setAuthtoken(null);
        answer = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";
        ServerSocketFactory sockets = isTls
                ? keys("authority").createSSLContext(context).getServerSocketFactory()
                : ServerSocketFactory.getDefault();
        try (ServerSocket server = serve(sockets)) {
            String url = "https://localhost:" + server.getLocalPort() + "/token";

            Exchange sent = send("personalize:attributes?operation=create&clientId=app&clientSecret=RAW(canary)&tokenUrl=" + url, age());

            assertThat(sent.getException()).isInstanceOf(PersonalizeAuthException.class)
                    .hasMessage("attribute \"age\": no credential: no response from the authorization server localhost:"
                            + server.getLocalPort() + ": " + why + "; check tokenUrl and sslContextParameters");
            assertThat(connections).hasValue(1);
            assertThat(time.sleeps()).isEmpty();
            assertNothingWasSent();
        }
    }

    private Exchange create(ServerSocket server, String options) {
        return send("personalize:attributes?operation=create&baseUrl=https://localhost:" + server.getLocalPort() + options, age());
    }

    /** Takes connections and, after the first bytes of the client, hangs up; with TLS it first shakes hands. */
    private ServerSocket serve(ServerSocketFactory sockets) throws IOException {
        return serve(sockets, this::hear);
    }

    private ServerSocket serve(ServerSocketFactory sockets, Hearing hearing) throws IOException {
        ServerSocket server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket connection = server.accept()) {
                    connections.incrementAndGet();
                    hearing.hear(connection);
                } catch (IOException e) {
                    // the client refused the handshake, or the server was closed: the tests look at what the client made of it
                }
            }
        }, "tls-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Leaves the connection open after its refusal, as a good server does: what the client has under way would hide it otherwise. */
    private static void askForACertificate(Socket connection, SSLSocketFactory secured, String version) throws IOException {
        SSLSocket tls = (SSLSocket) secured.createSocket(connection, null, connection.getPort(), false);
        tls.setUseClientMode(false);
        tls.setNeedClientAuth(true);
        tls.setEnabledProtocols(new String[]{version});
        try {
            tls.startHandshake();
        } catch (SSLException e) {
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
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
