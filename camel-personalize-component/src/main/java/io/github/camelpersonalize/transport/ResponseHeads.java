// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the heads of the responses of one connection, within bounds and to their end. HttpClient's own parser accepts a head that breaks off:
 * a 2xx status line and half of the headers would pass for a success without a body (RFC 9112, section 8).
 */
final class ResponseHeads implements HttpMessageParser<ClassicHttpResponse> {

    private final HttpMessageParser<ClassicHttpResponse> parser;
    private @Nullable SessionInputBuffer buffer;

    ResponseHeads(Http1Config bounds) {
        parser = new DefaultHttpResponseParser(bounds);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer input, InputStream stream) throws IOException, HttpException {
        buffer = input;
        return parser.parse(new WholeLines(input), stream);
    }

    /** Whether bytes follow the end of the response, which must not be read as the response to the next request. */
    boolean isFollowedByMore() {
        return buffer != null && buffer.length() > 0;
    }

    /** The input, whose end is an error once a line was read. */
    private static final class WholeLines implements SessionInputBuffer {

        private final SessionInputBuffer input;
        private boolean begun;

        private WholeLines(SessionInputBuffer input) {
            this.input = input;
        }

        @Override
        public int readLine(CharArrayBuffer line, InputStream stream) throws IOException {
            int read = input.readLine(line, stream);
            if (read < 0 && begun) {
                throw new ConnectionClosedException("the response ended within its headers");
            }
            begun = true;
            return read;
        }

        @Override
        public int length() {
            return input.length();
        }

        @Override
        public int capacity() {
            return input.capacity();
        }

        @Override
        public int available() {
            return input.available();
        }

        @Override
        public int read(byte[] bytes, int offset, int length, InputStream stream) throws IOException {
            return input.read(bytes, offset, length, stream);
        }

        @Override
        public int read(byte[] bytes, InputStream stream) throws IOException {
            return input.read(bytes, stream);
        }

        @Override
        public int read(InputStream stream) throws IOException {
            return input.read(stream);
        }

        @Override
        public HttpTransportMetrics getMetrics() {
            return input.getMetrics();
        }
    }
}
