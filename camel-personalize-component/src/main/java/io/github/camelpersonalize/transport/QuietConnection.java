// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.net.Socket;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that never logs what it carries, and reads only the service's responses as such. HttpClient's own logs every header and byte
 * at DEBUG, the credential among them, and whoever looks for an error sets the root logger to DEBUG.
 */
final class QuietConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    private final ResponseHeads heads;
    private volatile boolean closed;
    private boolean asksForTunnel;
    private @Nullable Timeout socketTimeout;

    QuietConnection(Http1Config config) {
        this(config, new ResponseHeads(config));
    }

    private QuietConnection(Http1Config config, ResponseHeads heads) {
        super(config, null, null, null, null, null, bounds -> heads);
        this.heads = heads;
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        asksForTunnel = Method.CONNECT.isSame(request.getMethod());
        super.sendRequestHeader(request);
    }

    /**
     * HttpClient returns a proxy's refusal of a tunnel as if it were the service's response: a 404 would say that a definition does not exist.
     * HttpClient handles a 407 itself.
     */
    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        ClassicHttpResponse response = super.receiveResponseHeader();
        if (asksForTunnel && response.getCode() >= HttpStatus.SC_REDIRECTION
                && response.getCode() != HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
            throw TransportException.tunnelRefused(response.getCode());
        }
        return response;
    }

    /** Bytes after the end of a response would be read as the response to the next request. */
    @Override
    public boolean isConsistent() {
        return super.isConsistent() && !heads.isFollowedByMore();
    }

    /** A request can be cancelled while its connection is being made, which must then be closed. */
    @Override
    protected void bind(SocketHolder holder) throws IOException {
        if (closed) {
            holder.getSocket().close();
            throw new IOException("the connection was closed while it was being made");
        }
        super.bind(holder);
        socketTimeout = Timeout.ofMilliseconds(holder.getSocket().getSoTimeout());
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public @Nullable SSLSession getSSLSession() {
        return getSocket() instanceof SSLSocket tls ? tls.getSession() : null;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        closed = true;
        super.close(mode);
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        super.setSocketTimeout(timeout);
        socketTimeout = timeout;
    }

    @Override
    public void passivate() {
        super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
    }

    @Override
    public void activate() {
        super.setSocketTimeout(socketTimeout);
    }
}
