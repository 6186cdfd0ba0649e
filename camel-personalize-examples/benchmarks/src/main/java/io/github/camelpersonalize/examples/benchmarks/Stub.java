// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A process that answers as the service does, and costs as little as a server can: a thread for each connection, no parsing but of the length of a
 * body. It lists as many attributes as it is told to, and nothing else; a write is answered with what was sent, a uid, and two times.
 */
final class Stub {

    private static final String LENGTH = "content-length:";
    private static final String TIMES = "\",\"created_at\":\"2026-02-23T22:28:55.111Z\",";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";

    private static int delayMillis;
    private static byte[] attributes;

    private static final AtomicLong UIDS = new AtomicLong(100_000);

    private Stub() {}

    /** Prints its port, and serves until its input ends. The arguments are a delay of each answer, in milliseconds, and how many attributes it lists. */
    public static void main(String[] args) throws IOException {
        delayMillis = Integer.parseInt(args[0]);
        attributes = response(Creates.listed(Integer.parseInt(args[1])));
        ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        daemon(() -> accept(server));
        System.out.println(server.getLocalPort());
        System.in.read();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private static void accept(ServerSocket server) {
        try {
            while (true) {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                daemon(() -> serve(connection));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            String request = line(in);
            while (!request.isEmpty()) {
                byte[] body = in.readNBytes(bodyLength(in));
                byte[] answer = answer(request, body);
                Thread.sleep(delayMillis);
                connection.getOutputStream().write(answer);
                request = line(in);
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone.
        }
    }

    private static int bodyLength(InputStream in) throws IOException {
        int length = 0;
        String header = line(in);
        while (!header.isEmpty()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
            header = line(in);
        }
        return length;
    }

    private static byte[] answer(String request, byte[] body) {
        if (request.startsWith("GET " + Service.PATH)) {
            return attributes;
        }
        if (request.startsWith("GET")) {
            return response("[]");
        }
        return response("{\"uid\":\"" + UIDS.incrementAndGet() + TIMES + new String(body, 1, body.length - 1, ISO_8859_1));
    }

    private static byte[] response(String json) {
        return (HEAD + json.length() + "\r\n\r\n" + json).getBytes(ISO_8859_1);
    }

    /** A line without its end; empty at the end of the stream. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return line.toString();
    }
}
