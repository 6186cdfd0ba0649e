// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection to the server, of which a test sees every byte and the end. */
final class RawClient implements AutoCloseable {

    private static final int SILENCE_MILLIS = 50;
    private static final int PATIENCE_MILLIS = 5000;

    private final Socket socket;

    /** How a connection was when reading stopped. */
    enum End {
        OPEN, CLOSED, RESET
    }

    /** What came until the connection ended or fell silent. */
    record Received(String text, End end) {}

    RawClient(FaultServer server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(server.baseUrl()).getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** The bytes of a request for which the server keeps the connection open. */
    static String request(String methodAndPath, String body) {
        return methodAndPath + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    RawClient send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** What comes until the connection ends or falls silent, with much patience for what is expected and little for anything else. */
    Received receive(Received expected) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        End end = null;
        while (end == null) {
            boolean more = expected.end() != End.OPEN || received.size() < expected.text().length();
            socket.setSoTimeout(more ? PATIENCE_MILLIS : SILENCE_MILLIS);
            end = receive(received);
        }
        return new Received(received.toString(StandardCharsets.ISO_8859_1), end);
    }

    /** @return {@code null} if a byte came */
    private End receive(ByteArrayOutputStream received) throws IOException {
        try {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return End.CLOSED;
            }
            received.write(next);
            return null;
        } catch (SocketTimeoutException e) {
            return End.OPEN;
        } catch (SocketException e) {
            return End.RESET;
        }
    }

    String receive(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
