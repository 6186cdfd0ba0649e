// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one request, the request line first and the rest when asked, counting the bytes. */
final class HttpRequestReader {

    private final InputStream in;
    private final List<String> headers = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String[] requestLine;
    private int limit = Integer.MAX_VALUE;
    private int size;
    private Boolean complete;

    HttpRequestReader(InputStream in) {
        this.in = in;
    }

    /** Waits for a request. @return whether one came; otherwise the client has closed the connection */
    boolean readLine() throws IOException {
        try {
            requestLine = line().split(" ");
            return requestLine.length == 3 && !requestLine[1].isEmpty();
        } catch (EOFException e) {
            return false;
        }
    }

    /** Reads the rest, unless that was done before, but no more than so many bytes of the whole. @return whether all of it came */
    boolean readRest(int maxSize) throws IOException {
        if (complete == null) {
            limit = maxSize;
            try {
                readHeadersAndBody();
                complete = true;
            } catch (EOFException e) {
                complete = false;
            }
        }
        return complete && size <= maxSize;
    }

    private void readHeadersAndBody() throws IOException {
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        if (header("transfer-encoding").equals("chunked")) {
            int length;
            do {
                length = Integer.parseInt(line().split(";")[0].strip(), 16);
                readBody(length);
                line();
            } while (length > 0);
        } else if (!header("content-length").isEmpty()) {
            readBody(Integer.parseInt(header("content-length")));
        }
    }

    private void readBody(int length) throws IOException {
        byte[] bytes = in.readNBytes(Math.min(length, Math.max(0, limit - size)));
        body.writeBytes(bytes);
        size += bytes.length;
        if (bytes.length < length) {
            throw new EOFException();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = next(); next != '\n'; next = next()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private int next() throws IOException {
        int next = size < limit ? in.read() : -1;
        if (next < 0) {
            throw new EOFException();
        }
        size++;
        return next;
    }

    private String header(String name) {
        return headers.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":")).findFirst()
                .map(line -> line.substring(name.length() + 1).strip()).orElse("");
    }

    String method() {
        return requestLine[0];
    }

    /** The target without its query. */
    String path() {
        return requestLine[1].split("\\?", 2)[0];
    }

    byte[] body() {
        return body.toByteArray();
    }

    int size() {
        return size;
    }

    /** Whether the client keeps the connection for another request. */
    boolean keepsAlive() {
        return !header("connection").equalsIgnoreCase("close");
    }

    RecordedRequest recorded(int number, int connection, long nanoTime) {
        return new RecordedRequest(number, connection, nanoTime, method(), requestLine[1], List.copyOf(headers), body(),
                Boolean.TRUE.equals(complete));
    }
}
