// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * The transport by Apache HttpClient 5, which {@link HttpClients} sets up. Bounds the size of a response, and the time of the whole exchange: a
 * read timeout never ends a body that trickles.
 */
public final class HttpTransport implements Transport {

    /** More than messages show of an error. */
    private static final int MAX_ERROR = 64 * 1024;

    private final HttpClient client;
    private final Deadlines deadlines;

    /**
     * @param client does not follow redirects, retry, keep cookies or decompress
     * @param deadlines end requests that take too long
     */
    public HttpTransport(HttpClient client, Deadlines deadlines) {
        this.client = client;
        this.deadlines = deadlines;
    }

    @Override
    public Response send(Request request, Bounds bounds) throws IOException {
        HttpUriRequestBase message = message(request);
        try (Deadlines.Deadline deadline = deadlines.start(bounds.timeout(), message::cancel)) {
            return client.execute(message, response -> read(message, response, bounds.maxResponseSize()));
        } catch (CutShortException e) {
            return e.response;
        } catch (TransportException e) {
            throw e;
        } catch (IOException e) {
            throw message.isCancelled() ? TransportException.timeout(bounds.timeout()) : e;
        } catch (IllegalStateException e) {
            // HttpClient throws it for a request that is cancelled while it gets its connection, and for one after the pool was closed
            throw message.isCancelled() ? TransportException.timeout(bounds.timeout()) : new IOException(e.getMessage());
        }
    }

    private static HttpUriRequestBase message(Request request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.verb().name(), request.uri());
        request.headers().forEach(message::setHeader);
        if (request.body() != null) {
            message.setEntity(new ByteArrayEntity(request.body(), null));
        }
        return message;
    }

    /** Reads no more than the limit, and then breaks the connection: closing a stream reads it to its end, however far that is. */
    private static Response read(HttpUriRequestBase message, ClassicHttpResponse received, long maxSize) throws IOException {
        boolean success = received.getCode() / 100 == 2;
        long limit = success ? maxSize : MAX_ERROR;
        byte[] body = BoundedBody.read(received.getEntity(), limit);
        Response response = new Response(received.getCode(), headers(received), body);
        if (body.length > limit) {
            message.cancel();
            throw success ? TransportException.responseTooLarge(maxSize) : new CutShortException(response);
        }
        return response;
    }

    private static Map<String, String> headers(ClassicHttpResponse received) {
        Map<String, String> headers = new HashMap<>();
        for (Iterator<Header> all = received.headerIterator(); all.hasNext();) {
            Header header = all.next();
            if (Response.HEADERS.contains(header.getName())) {
                headers.merge(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()), HttpTransport::list);
            }
        }
        return headers;
    }

    /** A header that is there several times is a list. */
    private static String list(String values, String value) {
        return values + ", " + value;
    }

    /** An error response, of whose body the beginning is enough. */
    private static final class CutShortException extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Response response;

        CutShortException(Response response) {
            this.response = response;
        }
    }
}
