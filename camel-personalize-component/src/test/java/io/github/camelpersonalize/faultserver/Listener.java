// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One port of the loopback address, which takes connections or refuses them. */
final class Listener implements Closeable {

    private static final int BACKLOG = 512;

    private final Executor executor;
    private final Consumer<Socket> connections;
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private ServerSocket listening;
    private CompletableFuture<Void> serving;
    private Socket placeholder;
    private boolean closed;

    Listener(Executor executor, Consumer<Socket> connections) {
        this.executor = executor;
        this.connections = connections;
    }

    synchronized void accept() throws IOException {
        if (listening == null && !closed) {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
            address = (InetSocketAddress) socket.getLocalSocketAddress();
            listening = socket;
            serving = CompletableFuture.runAsync(() -> serve(socket), executor);
        }
        if (placeholder != null) {
            placeholder.close();
            placeholder = null;
        }
    }

    /** A socket that is bound and doesn't listen keeps the port, so that nobody else gets it meanwhile. */
    synchronized void refuse() throws IOException {
        if (listening != null) {
            stop();
            placeholder = new Socket();
            placeholder.setReuseAddress(true);
            placeholder.bind(address);
        }
    }

    synchronized int port() {
        return address.getPort();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (listening != null) {
            stop();
        }
        if (placeholder != null) {
            placeholder.close();
        }
    }

    /** The port is in use until the thread that accepts has left it. */
    private void stop() throws IOException {
        listening.close();
        listening = null;
        serving.join();
    }

    private void serve(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                connections.accept(socket.accept());
            } catch (IOException e) {
                // closed: the loop ends
            }
        }
    }
}
