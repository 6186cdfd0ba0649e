// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/** There is no whole response: why, whether a retry may help, and whether the service may have carried out the request. */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The alerts of TLS (RFC 8446, section 6.2) about a client's certificate. */
    private static final Pattern CLIENT_CERTIFICATE = Pattern
            .compile("Received fatal alert: (\\w*_certificate|certificate_\\w+|unknown_ca|access_denied)");

    /** The name of an alert, which some versions of Java put first, and what looks like markup around a name. */
    private static final Pattern PUNCTUATION = Pattern.compile("^\\(\\w+\\) |[<>]");

    private final boolean mayRetry;
    private final boolean inDoubt;
    private final boolean misconfigured;

    private TransportException(String message, boolean mayRetry, boolean inDoubt, @Nullable IOException cause) {
        this(message, mayRetry, inDoubt, false, cause);
    }

    private TransportException(String message, boolean mayRetry, boolean inDoubt, boolean misconfigured, @Nullable IOException cause) {
        super(message, cause);
        this.misconfigured = misconfigured;
        this.mayRetry = mayRetry;
        this.inDoubt = inDoubt;
    }

    /** The exchange took longer than {@code requestTimeout}. */
    static TransportException timeout(Duration timeout) {
        return new TransportException("no complete response within requestTimeout=" + timeout.toMillis() + "ms", true, true, null);
    }

    /** The service would send the same again. */
    static TransportException responseTooLarge(long limit) {
        return new TransportException("the response is larger than maxResponseSize=" + limit + " bytes", false, true, null);
    }

    /**
     * Nothing was sent to the service.
     *
     * @param status the proxy's response to CONNECT
     */
    static TransportException tunnelRefused(int status) {
        boolean mayRetry = status >= 500 || status == 408 || status == 429;
        return new TransportException("the proxy refused the tunnel with " + status, mayRetry, false, null);
    }

    /** The same exception, or one that classifies it. */
    public static TransportException of(IOException e) {
        if (e instanceof TransportException classified) {
            return classified;
        }
        if (isNotConnected(e)) {
            return new TransportException(reason(e), true, false, e);
        }
        if (e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException || isNoTls(e)) {
            return new TransportException(reason(e), false, false, true, e);
        }
        return new TransportException(reason(e), true, true, e);
    }

    /** Whether the same request may succeed a little later. */
    public boolean mayRetry() {
        return mayRetry;
    }

    /** Whether the service may have carried out the request. */
    public boolean inDoubt() {
        return inDoubt;
    }

    /** Whether the service cannot prove who it is, or this component not to it: its certificate or its name is not as configured. */
    public boolean isMisconfigured() {
        return misconfigured;
    }

    /** Whether nobody was there to take the connection: the address may be wrong, or the way to it closed. */
    public boolean isUnreachable() {
        return getCause() instanceof ConnectException || getCause() instanceof UnknownHostException
                || getCause() instanceof ConnectTimeoutException;
    }

    /** A connection that was not made carried nothing. One that ended during the handshake may be made later, unlike one with a wrong certificate. */
    private static boolean isNotConnected(IOException e) {
        return e instanceof ConnectException || e instanceof UnknownHostException || e instanceof ConnectTimeoutException
                || e instanceof ConnectionRequestTimeoutException
                || e instanceof SSLHandshakeException && e.getCause() instanceof EOFException;
    }

    /** The server answers the handshake with something else, and will again. Java has no exception of its own for it. */
    private static boolean isNoTls(IOException e) {
        return e.getClass() == SSLException.class && String.valueOf(e.getMessage()).contains("unrecognized SSL message");
    }

    /** The service, or a gateway before it, wants a certificate of this component, or another one. Java has no exception of its own for it. */
    private static boolean isNoClientCertificate(IOException e) {
        return e instanceof SSLHandshakeException && CLIENT_CERTIFICATE.matcher(String.valueOf(e.getMessage())).matches();
    }

    private static boolean isUntrusted(IOException e) {
        return e instanceof SSLPeerUnverifiedException
                || e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException;
    }

    private static String reason(IOException e) {
        if (isNoTls(e)) {
            return "it does not speak TLS at this port";
        }
        if (isNoClientCertificate(e)) {
            return "it asks for a certificate of this client, or does not accept the one that it has got (" + e.getMessage() + ")";
        }
        if (isUntrusted(e)) {
            return "its certificate is not accepted: " + PUNCTUATION.matcher(String.valueOf(e.getMessage())).replaceAll("");
        }
        if (e instanceof UnknownHostException) {
            return "its name cannot be resolved";
        }
        if (e instanceof ConnectionRequestTimeoutException) {
            return "all connections were in use for too long; raise connectionsPerRoute or maxTotalConnections";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
